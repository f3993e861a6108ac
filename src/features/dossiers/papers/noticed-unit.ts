import type { EntityManager } from 'typeorm';

export interface NoticedUnit {
  id: string;
  name: string;
}

/** The unit of that id which a notice of the phase is for, one that is a part of another today too. */
export async function noticedUnit(
  reader: EntityManager,
  phaseId: string,
  id: string,
): Promise<NoticedUnit | undefined> {
  const units = [...(await noticedUnits(reader, phaseId)), ...(await formerlyNoticed(reader, phaseId))];
  return units.find((unit) => unit.id === id);
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

/** Units that became a part of another after their notice in the phase was numbered or signed, by name. */
export function formerlyNoticed(reader: EntityManager, phaseId: string): Promise<NoticedUnit[]> {
  return reader.sql<NoticedUnit[]>`
    SELECT f."id", f."name" FROM "former_unit" f
    WHERE EXISTS (
      SELECT 1 FROM "paper_issue" p WHERE p."phaseId" = ${phaseId} AND p."kind" = 'notice' AND p."subject" = f."id"
    ) OR EXISTS (
      SELECT 1 FROM "signed_paper" s WHERE s."phaseId" = ${phaseId} AND s."kind" = 'notice' AND s."subject" = f."id"
    )
    ORDER BY f."name", f."id"`;
}
