import { types } from 'node:util';
import type { EntityManager } from 'typeorm';
import { after } from '../../../platform/clock/after';
import { newId } from '../../../platform/database/new-id';
import type { Transaction } from '../../../platform/database/unit-of-work';
import { isAlive } from '../../../platform/process/is-alive';
import { DomainError } from '../../../domain/domain-error';
import type { BundleFinding } from '../bundle/bundle-finding';
import { PLACE } from './place';
import { ExportJobRow, type Reason } from './export-job.entity';

/** A worker says every few seconds that it is alive; after so long a silence it is dead. */
const LEASE_MS = 30_000;
export const RENEW_MS = 5_000;

/** Then it ends as failed: the next attempt would fare no better. */
const MOST_ATTEMPTS = 3;
const PAUSE_MS = 10_000;

/** The job as the worker has it in hand: nobody else holds this `worker`. */
export type Held = ExportJobRow & { worker: string };

/** Takes a waiting job in hand. Undefined when somebody else has, or when it waits no longer. */
export async function claim({ manager }: Transaction, id: string, now: string): Promise<Held | undefined> {
  const row = await manager.findOneBy(ExportJobRow, { id, state: 'waiting' });
  if (!row || row.nextAt > now) return undefined;
  const worker = `${PLACE} ${process.pid} ${newId()}`;
  const taken = { state: 'running', worker, attempts: row.attempts + 1, done: 0, total: null } as const;
  const leaseUntil = after(now, LEASE_MS);
  await manager.update(ExportJobRow, { id }, { ...taken, leaseUntil });
  return { ...row, ...taken, leaseUntil };
}

/** What a worker notes while it works; also says that it is alive. False when the job is no longer its own. */
export async function note(
  manager: EntityManager,
  held: Held,
  now: string,
  news: Partial<Pick<ExportJobRow, 'done' | 'total' | 'dataAt' | 'inputVersion'>>,
): Promise<boolean> {
  const { affected } = await manager.update(ExportJobRow, ours(held), {
    ...news,
    leaseUntil: after(now, LEASE_MS),
  });
  return affected === 1;
}

/** What came of a job. */
export interface Made {
  sha256: string;
  kilobytes: number;
  /** How many documents it speaks of. */
  total: number;
  findings: BundleFinding[];
}

/** False when the job was called off, or given to another, in the meantime: then the file is nobody's. */
export async function finish(
  { manager, audit }: Transaction,
  held: Held,
  made: Made,
  now: string,
): Promise<boolean> {
  const end = { ...LET_GO, ...made, done: made.total, state: 'done', error: null, endedAt: now } as const;
  const { affected } = await manager.update(ExportJobRow, ours(held), end);
  if (affected !== 1) return false;
  const { sha256, kilobytes, findings } = made;
  const after = { sha256, kilobytes, findings: findings.length };
  await audit.record({ action: 'export.finish', subject: subjectOf(held), after });
  return true;
}

/** To be tried again somewhat later, or not any more. */
export async function fail(tx: Transaction, held: Held, error: Reason, now: string): Promise<void> {
  const row = await tx.manager.findOneBy(ExportJobRow, ours(held));
  if (row) await giveBackOrEnd(tx, row, error, now);
}

/** Why a job failed, as its row keeps it. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof DomainError) return { code: error.code, params: error.params };
  const code = types.isNativeError(error) && 'code' in error ? String(error.code) : 'unknown';
  return { code: 'export-broken', params: { reason: code } };
}

/** A worker that is told to stop gives its job back as if it had never had it. */
export async function giveBack({ manager }: Transaction, held: Held, now: string): Promise<void> {
  const back = { ...LET_GO, state: 'waiting', attempts: held.attempts - 1, nextAt: now } as const;
  await manager.update(ExportJobRow, ours(held), back);
}

/** Jobs whose worker has died wait again; one that has outlived its workers too often has failed. */
export async function takeBackLost(tx: Transaction, now: string): Promise<void> {
  const running = await tx.manager.findBy(ExportJobRow, { state: 'running' });
  for (const row of running.filter((each) => isLost(each, now)))
    await giveBackOrEnd(tx, row, { code: 'export-lost', params: { attempts: row.attempts } }, now);
}

/** Silent for too long, or of a process of this place that is there no more. */
export function isLost({ leaseUntil, worker }: ExportJobRow, now: string): boolean {
  if (leaseUntil === null || leaseUntil < now) return true;
  const [place, pid] = (worker ?? '').split(' ');
  return place === PLACE && Number(pid) !== process.pid && !isAlive(Number(pid));
}

async function giveBackOrEnd(
  { manager, audit }: Transaction,
  row: ExportJobRow,
  error: Reason,
  now: string,
): Promise<void> {
  if (row.attempts < MOST_ATTEMPTS) {
    const again = { ...LET_GO, state: 'waiting', error, nextAt: after(now, PAUSE_MS) } as const;
    await manager.update(ExportJobRow, { id: row.id }, again);
    return;
  }
  await manager.update(ExportJobRow, { id: row.id }, { ...LET_GO, state: 'failed', error, endedAt: now });
  await audit.record({ action: 'export.fail', subject: subjectOf(row), after: { error: error.code } });
}

const LET_GO = { worker: null, leaseUntil: null };

function ours({ id, worker }: Held) {
  return { id, worker, state: 'running' as const };
}

export function subjectOf({ id }: Pick<ExportJobRow, 'id'>) {
  return { type: 'export', id };
}
