import { type EntityManager, In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { DomainError } from '../../../domain/domain-error';
import { phaseTitleIn } from '../../campaigns/campaign.queries';
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

/** Finished, the file still kept; newest first. */
export function finishedExports(reader: EntityManager): Promise<ExportJobRow[]> {
  const order = { endedAt: 'DESC', id: 'DESC' } as const;
  return reader.find(ExportJobRow, { where: { state: 'done', removedAt: IsNull() }, order });
}

/** How many stand before this one. */
export function countBefore(reader: EntityManager, { createdAt }: ExportJobRow): Promise<number> {
  return reader.countBy(ExportJobRow, { state: OPEN, createdAt: LessThan(createdAt) });
}

/** An opened phase, and what of it was exported. */
export interface PhaseToExport {
  campaign: string;
  title: string;
  phase: string;
  phaseTitle: string;
  /** Exports that have not ended. */
  open: number;
  /** When one was last asked for. */
  last: string | null;
}

/** Every opened phase, newest first: one query. */
export async function phasesToExport(reader: EntityManager): Promise<PhaseToExport[]> {
  const rows = await reader.sql<
    (Omit<PhaseToExport, 'open' | 'phaseTitle'> & { open: number | string; definition: string })[]
  >`
    SELECT c."code" AS "campaign", c."title", p."code" AS "phase", v."definition",
      (SELECT COUNT(*) FROM "export_job" j
        WHERE j."phaseId" = p."id" AND j."state" IN ('waiting', 'running')) AS "open",
      (SELECT MAX(j."createdAt") FROM "export_job" j WHERE j."phaseId" = p."id") AS "last"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
      JOIN "campaign_version" v ON v."id" = p."versionId" ORDER BY p."openedAt" DESC, p."id"`;
  return rows.map(({ definition, ...row }) => ({
    ...row,
    phaseTitle: phaseTitleIn(definition, row.phase),
    open: Number(row.open),
  }));
}

/** Whether anything but comings and goings was recorded at this moment or later, whatever it was about. */
export async function anythingRecordedSince(reader: EntityManager, instant: string): Promise<boolean> {
  const rows = await reader.sql<{ ordinal: number }[]>`
    SELECT "ordinal" FROM "audit_event" WHERE "at" >= ${instant}
      AND "action" NOT LIKE 'person.%' AND "action" NOT LIKE 'export.%'
      AND "action" NOT LIKE 'mail.%' AND "action" NOT LIKE 'notice.%' LIMIT 1`;
  return rows.length > 0;
}
