import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { Statement } from '../../platform/database/statement';
import type { NominationRow } from '../nominations/nomination.entity';

const MEGABYTE = 1024 * 1024;

/**
 * A unit's files of one phase may take so many megabytes; bytes that are kept once count for every row that names them. To be asked
 * inside the unit of work: then no two uploads fill the same room. Throws `unit-quota-full`.
 */
export async function requireRoom(
  manager: EntityManager,
  row: NominationRow,
  files: readonly { bytes: number }[],
  megabytes: number,
): Promise<void> {
  const wanted = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if ((await bytesOfUnit(manager, row)) + wanted > megabytes * MEGABYTE)
    throw new DomainError('unit-quota-full', { most: megabytes });
}

/** Bytes of all files of the unit in the phase of the nomination. */
export async function bytesOfUnit(
  reader: EntityManager,
  { unitId, phaseId }: Pick<NominationRow, 'unitId' | 'phaseId'>,
): Promise<number> {
  const [found] = await new Statement(
    `SELECT COALESCE(SUM(f."bytes"), 0) AS "total" FROM "evidence_file" f
     JOIN "nomination" n ON n."id" = f."nominationId" WHERE n."unitId" = `,
  )
    .also(new Statement().add('', unitId).add(' AND n."phaseId" = ', phaseId))
    .run<{ total: number | string }>(reader);
  return Number(found?.total ?? 0);
}
