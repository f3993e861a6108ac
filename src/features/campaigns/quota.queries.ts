import type { EntityManager } from 'typeorm';

/** One quota line with the places that are gone. */
export interface QuotaStanding {
  award: string;
  criteriaSet: string;
  max: number;
  amended: boolean;
  taken: number;
}

export async function quotaStanding(reader: EntityManager, phaseId: string): Promise<QuotaStanding[]> {
  const lines = await reader.sql<QuotaStanding[]>`
    SELECT q."award", q."criteriaSet", q."capacity" AS "max", q."amended", COUNT(p."nominationId") AS "taken"
    FROM "quota_line" q LEFT JOIN "place" p ON p."quotaLineId" = q."id"
    WHERE q."phaseId" = ${phaseId}
    GROUP BY q."id", q."award", q."criteriaSet", q."capacity", q."amended"
    ORDER BY q."award", q."criteriaSet"`;
  return lines.map((line) => ({ ...line, amended: Boolean(line.amended), taken: Number(line.taken) }));
}

export interface AmendmentLine {
  award: string;
  criteriaSet: string;
  /** Whether nobody had amended the line before: then the plan spoke, and `from` is 0 where it stated no number. */
  first: boolean;
  from: number;
  to: number;
  reason: string;
  document: string | null;
  by: string;
  at: string;
}

/** In the order of their making. */
export async function listAmendments(
  reader: EntityManager,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[AmendmentLine[], number]> {
  const [counted] = await reader.sql<{ total: number | string }[]>`
    SELECT COUNT(*) AS "total" FROM "quota_amendment" a JOIN "quota_line" q ON q."id" = a."quotaLineId"
    WHERE q."phaseId" = ${phaseId}`;
  const lines = await reader.sql<AmendmentLine[]>`
    SELECT q."award", q."criteriaSet", a."fromCapacity" AS "from", a."toCapacity" AS "to", a."reason", a."document",
      a."by", a."at",
      CASE WHEN EXISTS (SELECT 1 FROM "quota_amendment" b WHERE b."quotaLineId" = a."quotaLineId"
        AND (b."at" < a."at" OR (b."at" = a."at" AND b."id" < a."id"))) THEN 0 ELSE 1 END AS "first"
    FROM "quota_amendment" a JOIN "quota_line" q ON q."id" = a."quotaLineId"
    WHERE q."phaseId" = ${phaseId} ORDER BY a."at", a."id" LIMIT ${take} OFFSET ${skip}`;
  return [lines.map((line) => ({ ...line, first: Boolean(line.first) })), Number(counted?.total ?? 0)];
}
