import { type EntityManager, In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { DomainError } from '../../../domain/domain-error';
import { ExportJobRow } from './export-job.entity';

/** Throws `export-not-found`. */
export async function exportById(reader: EntityManager, id: string): Promise<ExportJobRow> {
  const row = await reader.findOneBy(ExportJobRow, { id });
  if (!row) throw new DomainError('export-not-found', { export: id });
  return row;
}

/** Exports of a phase, newest first, and how many there are. */
export function exportsOf(
  reader: EntityManager,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[ExportJobRow[], number]> {
  const order = { createdAt: 'DESC', id: 'DESC' } as const;
  return reader.findAndCount(ExportJobRow, { where: { phaseId }, order, skip, take });
}

/** Not ended: waiting, or in somebody's hand. */
export const OPEN = In(['waiting', 'running'] as const);

/** Whose turn it is now, oldest first. */
export function waitingExports(reader: EntityManager, now: string): Promise<ExportJobRow[]> {
  return reader.find(ExportJobRow, {
    where: { state: 'waiting', nextAt: LessThanOrEqual(now) },
    order: { createdAt: 'ASC', id: 'ASC' },
    take: 20,
  });
}

export function runningExports(reader: EntityManager): Promise<ExportJobRow[]> {
  return reader.findBy(ExportJobRow, { state: 'running' });
}

/** Finished before a moment, the file still kept. */
export function oldExports(reader: EntityManager, before: string): Promise<ExportJobRow[]> {
  return reader.findBy(ExportJobRow, { state: 'done', endedAt: LessThan(before), removedAt: IsNull() });
}

/** How many stand before this one. */
export function countBefore(reader: EntityManager, { createdAt }: ExportJobRow): Promise<number> {
  return reader.countBy(ExportJobRow, { state: OPEN, createdAt: LessThan(createdAt) });
}
