import type { EntityManager } from 'typeorm';
import type { OpenPhase } from '../../campaigns/phase.queries';

export interface NoticedUnit {
  id: string;
  name: string;
}

/** Whom a notice is for. */
export interface Notice extends NoticedUnit {
  /** Whether the unit is a part of another today. */
  isFormer: boolean;
}

/** The notices of a phase: to the units of today, where there are awards, then to those of before; two queries. */
export async function noticesOf(reader: EntityManager, { campaign, phase }: OpenPhase): Promise<Notice[]> {
  const units = campaign.awards.length > 0 ? await noticedUnits(reader, phase.id) : [];
  const former = await formerlyNoticed(reader, phase.id);
  return [
    ...units.map((unit) => ({ ...unit, isFormer: false })),
    ...former.map((unit) => ({ ...unit, isFormer: true })),
  ];
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
