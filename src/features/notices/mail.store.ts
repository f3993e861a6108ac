import { type EntityManager, In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { after } from '../../platform/clock/after';
import type { Transaction } from '../../platform/database/unit-of-work';
import { MailRow } from './mail.entity';

/** Together a day of trying: 1, 2, 4 … 512 minutes after each other. */
const MOST_ATTEMPTS = 10;
const MINUTE_MS = 60_000;

/** News that is older is none: also when a mail server is set up for the first time. */
const NEWS_FOR_MS = 2 * 24 * 60 * MINUTE_MS;

/** No letter takes longer: whoever had it in hand then has died. */
const IN_HAND_MS = 10 * MINUTE_MS;

/** Notices of one person that go out as one e-mail. */
const MOST_AT_ONCE = 50;

export async function anythingToDo(reader: EntityManager, now: string): Promise<boolean> {
  return (await reader.existsBy(MailRow, due(now))) || (await reader.existsBy(MailRow, abandoned(now)));
}

/**
 * Takes in hand all that is due for one person; nobody else takes it then, in this process or another. Gives up what is too
 * old, and what a process had in hand when it died: whether that went out nobody knows, and no letter goes out twice.
 */
export async function claimMail({ manager, audit }: Transaction, now: string): Promise<MailRow[]> {
  await giveUp(manager, now);
  const first = await manager.findOne(MailRow, { where: due(now), order: { nextAt: 'ASC', id: 'ASC' } });
  if (!first) return [];
  const rows = await manager.find(MailRow, {
    where: { ...due(now), to: first.to },
    order: { createdAt: 'ASC', id: 'ASC' },
    take: MOST_AT_ONCE,
  });
  const columns = { nextAt: null, claimedAt: now, attempts: () => '"attempts" + 1' };
  await manager.update(MailRow, { id: In(idsOf(rows)) }, columns);
  const subject = { type: 'mail', id: first.id };
  await audit.record({ action: 'mail.claim', subject, after: { count: rows.length } });
  return rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
}

async function giveUp(manager: EntityManager, now: string): Promise<void> {
  const lost = { nextAt: null, failedAt: now };
  await manager.update(MailRow, abandoned(now), { ...lost, error: 'fate-unknown' });
  const old = { nextAt: Not(IsNull()), createdAt: LessThan(after(now, -NEWS_FOR_MS)) };
  await manager.update(MailRow, old, { ...lost, error: 'too-old' });
}

export async function noteSent({ manager, audit }: Transaction, rows: MailRow[], now: string): Promise<void> {
  await manager.update(MailRow, { id: In(idsOf(rows)) }, { sentAt: now, error: null });
  const subject = { type: 'mail', id: rows[0]?.id ?? '' };
  await audit.record({ action: 'mail.send', subject, after: { count: rows.length } });
}

/** To be tried again, later each time, or not any more. */
export async function noteFailed(
  { manager, audit }: Transaction,
  rows: MailRow[],
  { now, error, again }: { now: string; error: string; again: boolean },
): Promise<void> {
  for (const { id, attempts } of rows) {
    const nextAt = again && attempts < MOST_ATTEMPTS ? after(now, MINUTE_MS * 2 ** (attempts - 1)) : null;
    const columns = nextAt ? { nextAt, claimedAt: null } : { failedAt: now };
    await manager.update(MailRow, { id }, { ...columns, error });
  }
  const subject = { type: 'mail', id: rows[0]?.id ?? '' };
  await audit.record({ action: 'mail.fail', subject, after: { count: rows.length, error } });
}

function due(now: string) {
  return { nextAt: LessThanOrEqual(now) };
}

function abandoned(now: string) {
  return { claimedAt: LessThan(after(now, -IN_HAND_MS)), sentAt: IsNull(), failedAt: IsNull() };
}

function idsOf(rows: readonly MailRow[]): string[] {
  return rows.map(({ id }) => id);
}
