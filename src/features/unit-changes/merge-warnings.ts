import type { EntityManager } from 'typeorm';
import { quotaLineOf } from '../../domain/quota';
import { awardName, phaseTitle, setTitle } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { type OpenPhase, openPhaseById } from '../campaigns/phase.queries';
import { bytesOfUnit } from '../evidence/evidence-quota';

const MEGABYTE = 1024 * 1024;

/** Places of one quota line that two units hold together. */
interface Held {
  phaseId: string;
  award: string;
  criteriaSet: string;
  taken: number;
}

/**
 * What two units together exceed, phase by phase: the places that a plan allows one unit (`perUnitMax`, spec §5), and the
 * room for files; and where the one that ends was let be late. A merge takes nothing away, and nobody is refused it: a person should know before. Of places only where
 * the results are published: before that it is not the administrator’s to know that somebody has one.
 */
export async function mergeWarnings(
  reader: EntityManager,
  units: { from: string; into: string },
  maxUnitMb: number,
): Promise<string[]> {
  const places = await placesOf(reader, units);
  const warnings: string[] = [];
  for (const phaseId of await phasesOfBoth(reader, units)) {
    const open = await openPhaseById(reader, phaseId);
    const held = places.filter((each) => each.phaseId === phaseId);
    if (open.phase.publishedAt !== null) warnings.push(...held.flatMap((each) => placesWarning(open, each)));
    const bytes = [units.from, units.into].map((unitId) => bytesOfUnit(reader, { unitId, phaseId }));
    const total = (await Promise.all(bytes)).reduce((sum, each) => sum + each, 0);
    if (total > maxUnitMb * MEGABYTE)
      warnings.push(message('units.merge.files', { phase: titleOf(open), most: maxUnitMb }));
  }
  return [...warnings, ...(await allowanceWarnings(reader, units.from))];
}

/** What the unit was allowed as a whole ends with it; of phases that still take nominations. */
async function allowanceWarnings(reader: EntityManager, unitId: string): Promise<string[]> {
  const phases = await reader.sql<{ id: string; unit: string }[]>`
    SELECT p."id", u."name" AS "unit" FROM "phase" p JOIN "unit" u ON u."id" = ${unitId}
    WHERE p."concludedAt" IS NULL AND EXISTS (SELECT 1 FROM "deadline_override" o
      WHERE o."phaseId" = p."id" AND o."unitId" = u."id" AND o."nominationId" IS NULL)
    ORDER BY p."openedAt", p."id"`;
  return Promise.all(
    phases.map(async ({ id, unit }) =>
      message('units.merge.allowance', { phase: titleOf(await openPhaseById(reader, id)), unit }),
    ),
  );
}

/** The phases in which each of the two has nominations, the oldest first. */
async function phasesOfBoth(
  reader: EntityManager,
  { from, into }: { from: string; into: string },
): Promise<string[]> {
  const rows = await reader.sql<{ id: string }[]>`
    SELECT p."id" FROM "phase" p
    WHERE EXISTS (SELECT 1 FROM "nomination" n WHERE n."phaseId" = p."id" AND n."unitId" = ${from})
      AND EXISTS (SELECT 1 FROM "nomination" n WHERE n."phaseId" = p."id" AND n."unitId" = ${into})
    ORDER BY p."openedAt", p."id"`;
  return rows.map(({ id }) => id);
}

async function placesOf(
  reader: EntityManager,
  { from, into }: { from: string; into: string },
): Promise<Held[]> {
  const rows = await reader.sql<(Omit<Held, 'taken'> & { taken: number | string })[]>`
    SELECT q."phaseId", q."award", q."criteriaSet", COUNT(*) AS "taken"
    FROM "place" p JOIN "quota_line" q ON q."id" = p."quotaLineId" JOIN "nomination" n ON n."id" = p."nominationId"
    WHERE n."unitId" = ${from} OR n."unitId" = ${into}
    GROUP BY q."phaseId", q."award", q."criteriaSet" ORDER BY q."award", q."criteriaSet"`;
  return rows.map((row) => ({ ...row, taken: Number(row.taken) }));
}

function placesWarning(open: OpenPhase, { award, criteriaSet, taken }: Held): string[] {
  const { campaign } = open;
  const max = quotaLineOf(campaign, { award, criteriaSet })?.perUnitMax;
  if (max === undefined || taken <= max) return [];
  const named = {
    phase: titleOf(open),
    award: awardName(campaign, award),
    pool: setTitle(campaign, criteriaSet),
  };
  return [message('units.merge.places', { ...named, max })];
}

function titleOf({ campaign, phase }: OpenPhase): string {
  return `${campaign.title} – ${phaseTitle(campaign, phase.code)}`;
}
