import type { EntityManager } from 'typeorm';
import { unitKey } from '../documents/notice.view';

export interface NoticedUnit {
  id: string;
  name: string;
}

/** The unit of that key (`unitKey`) with nominations that take part in the phase; undefined where there is none. */
export async function noticedUnit(
  reader: EntityManager,
  phaseId: string,
  key: string,
): Promise<NoticedUnit | undefined> {
  const units = await noticedUnits(reader, phaseId);
  return units.find(({ name }) => unitKey(name) === key);
}

/** Units with nominations that take part in the phase, by name. */
export function noticedUnits(reader: EntityManager, phaseId: string): Promise<NoticedUnit[]> {
  return reader.sql<NoticedUnit[]>`
    SELECT u."id", u."name" FROM "unit" u
    WHERE EXISTS (
      SELECT 1 FROM "nomination" n
      WHERE n."unitId" = u."id" AND n."phaseId" = ${phaseId} AND n."state" NOT IN ('draft', 'returned', 'discarded')
    )
    ORDER BY u."sortKey", u."id"`;
}
