import type { EntityManager } from 'typeorm';
import type { Campaign } from '../../domain/campaign';
import { quotaLineOf, statesPlaces } from '../../domain/quota';
import type { PhaseRow } from './phase.entity';
import { type OpenPhase, filedPlan } from './phase.queries';

/** One quota line with the places that are gone. */
export interface QuotaStanding {
  award: string;
  criteriaSet: string;
  /** null while neither the plan nor an amendment says how many. */
  max: number | null;
  amended: boolean;
  taken: number;
}

export async function quotaStanding(
  reader: EntityManager,
  { campaign, phase }: Pick<OpenPhase, 'campaign' | 'phase'>,
): Promise<QuotaStanding[]> {
  const lines = await reader.sql<(QuotaStanding & { max: number })[]>`
    SELECT q."award", q."criteriaSet", q."capacity" AS "max", q."amended", COUNT(p."nominationId") AS "taken"
    FROM "quota_line" q LEFT JOIN "place" p ON p."quotaLineId" = q."id"
    WHERE q."phaseId" = ${phase.id}
    GROUP BY q."id", q."award", q."criteriaSet", q."capacity", q."amended"
    ORDER BY q."award", q."criteriaSet"`;
  return lines.map((line) => ({
    ...line,
    max: statedPlaces(campaign, line, line.max),
    amended: Boolean(line.amended),
    taken: Number(line.taken),
  }));
}

/** The places of a line as this plan states them; null where it does not, and so has laid out none. */
export function statedPlaces(
  campaign: Campaign,
  named: { award: string; criteriaSet: string },
  places: number,
): number | null {
  const line = quotaLineOf(campaign, named);
  return line && statesPlaces(line) ? places : null;
}

export interface AmendmentLine {
  award: string;
  criteriaSet: string;
  /** null where there was no number before. */
  from: number | null;
  to: number;
  reason: string;
  document: string | null;
  by: string;
  at: string;
}

/** In the order of their making. */
export async function listAmendments(
  reader: EntityManager,
  phase: PhaseRow,
  { skip, take }: { skip: number; take: number },
): Promise<[AmendmentLine[], number]> {
  const [counted] = await reader.sql<{ total: number | string }[]>`
    SELECT COUNT(*) AS "total" FROM "quota_amendment" a JOIN "quota_line" q ON q."id" = a."quotaLineId"
    WHERE q."phaseId" = ${phase.id}`;
  const rows = await reader.sql<(AmendmentLine & { from: number; first: number })[]>`
    SELECT q."award", q."criteriaSet", a."fromCapacity" AS "from", a."toCapacity" AS "to", a."reason", a."document",
      a."by", a."at",
      CASE WHEN EXISTS (SELECT 1 FROM "quota_amendment" b WHERE b."quotaLineId" = a."quotaLineId"
        AND (b."at" < a."at" OR (b."at" = a."at" AND b."id" < a."id"))) THEN 0 ELSE 1 END AS "first"
    FROM "quota_amendment" a JOIN "quota_line" q ON q."id" = a."quotaLineId"
    WHERE q."phaseId" = ${phase.id} ORDER BY a."at", a."id" LIMIT ${take} OFFSET ${skip}`;
  const { campaign: filed } = await filedPlan(reader, phase);
  const lines = rows.map(({ first, ...line }) => ({
    ...line,
    from: first ? statedPlaces(filed, line, line.from) : line.from,
  }));
  return [lines, Number(counted?.total ?? 0)];
}
