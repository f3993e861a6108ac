import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { CriteriaSet } from '../../domain/campaign';
import { InputRefused } from '../../domain/domain-error';
import { differingEntries } from '../../domain/entered';
import type { Finding } from '../../domain/finding';
import { newId } from '../../platform/database/new-id';
import type { Transaction } from '../../platform/database/unit-of-work';
import { AppraisalReasonRow } from '../nominations/appraisal-reason.entity';
import type { OnDesk } from '../nominations/nomination.desk';
import { nominationRows } from '../nominations/nomination.queries';
import { nominationOf } from '../nominations/nomination.rows';

/**
 * Keeps the reasons for an appraisal that has just been saved: those given now, and of the others the ones that are still
 * about a difference. Throws InputRefused for a criterion that the set does not have, and for a reason that is too long.
 */
export async function saveReasons(
  tx: Transaction,
  { row, open }: OnDesk,
  given: Record<string, string>,
  by: { actor: Actor; at: string },
): Promise<void> {
  const set = open.campaign.criteriaSets.find(({ code }) => code === row.criteriaSet);
  if (!set) return;
  requireKnown(set, Object.keys(given));
  requireShort(given);
  const before = await reasonsOf(tx.manager, row.id);
  const { scores } = nominationOf(await nominationRows(tx.manager, row.id));
  const wanted = wantedReasons(differingEntries(set, scores), before, given);
  const changed = [...new Set([...before.keys(), ...wanted.keys()])].filter(
    (criterion) => before.get(criterion) !== wanted.get(criterion),
  );
  if (changed.length === 0) return;
  await tx.manager.delete(AppraisalReasonRow, { nominationId: row.id, criterion: In(changed) });
  for (const criterion of changed)
    await insertReason(tx.manager, row.id, criterion, wanted.get(criterion), by);
  await tx.audit.record({
    action: 'score.explain',
    subject: { type: 'nomination', id: row.id },
    before: Object.fromEntries(before),
    after: Object.fromEntries(wanted),
  });
}

/** The reasons by criterion. */
export async function reasonsOf(reader: EntityManager, nominationId: string): Promise<Map<string, string>> {
  const rows = await reader.find(AppraisalReasonRow, {
    where: { nominationId },
    order: { criterion: 'ASC' },
  });
  return new Map(rows.map(({ criterion, reason }) => [criterion, reason]));
}

function wantedReasons(
  differing: readonly string[],
  before: ReadonlyMap<string, string>,
  given: Record<string, string>,
): Map<string, string> {
  const wanted = differing.map((code): [string, string] => [
    code,
    (Object.hasOwn(given, code) ? String(given[code]) : (before.get(code) ?? '')).normalize('NFC').trim(),
  ]);
  return new Map(wanted.filter(([, reason]) => reason !== ''));
}

async function insertReason(
  manager: EntityManager,
  nominationId: string,
  criterion: string,
  reason: string | undefined,
  { actor, at }: { actor: Actor; at: string },
): Promise<void> {
  if (reason === undefined) return;
  const signed = { byId: actor.id, by: actor.name, at };
  await manager.insert(AppraisalReasonRow, { id: newId(), nominationId, criterion, reason, ...signed });
}

function requireKnown({ criteria }: CriteriaSet, given: readonly string[]): void {
  const codes = criteria.map(({ code }) => code);
  const known = codes.join(', ');
  const unknown = given.filter((code) => !codes.includes(code));
  if (unknown.length > 0) throw new InputRefused(unknown.map((code) => unknownCriterion(code, known)));
}

const LONGEST = 5_000;

function requireShort(given: Record<string, string>): void {
  const long = Object.entries(given).filter(([, { length }]) => length > LONGEST);
  if (long.length > 0) throw new InputRefused(long.map(([code, { length }]) => tooLong(code, length)));
}

function tooLong(code: string, length: number): Finding {
  const params = { length, longest: LONGEST };
  return { level: 'error', code: 'text-too-long', path: ['reasons', code], params };
}

function unknownCriterion(code: string, known: string): Finding {
  return { level: 'error', code: 'unknown-criterion', path: ['reasons', code], params: { code, known } };
}
