import type { EntityManager } from 'typeorm';

/** A decision as people read it. */
export interface DecisionLine {
  id: string;
  /** Code of the nomination. */
  nomination: string;
  name: string;
  unit: string;
  criteriaSet: string;
  award: string;
  /** Ordinal of the place within its quota line. */
  place: number;
  /** Number of the proposal within the phase. */
  proposal: number;
  proposedOutcome: string;
  reason: string | null;
  number: string | null;
  date: string | null;
  decidedBy: string;
  decidedAt: string;
  auditHead: string;
}

/** By award and pool, then by place. */
export async function listDecisions(
  reader: EntityManager,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[DecisionLine[], number]> {
  const [counted] = await reader.sql<{ total: number | string }[]>`
    SELECT COUNT(*) AS "total" FROM "decision" WHERE "phaseId" = ${phaseId}`;
  const lines = await reader.sql<DecisionLine[]>`
    SELECT d."id", n."code" AS "nomination", n."name", u."name" AS "unit", n."criteriaSet", d."award",
      p."ordinal" AS "place", r."number" AS "proposal", d."proposedOutcome", d."reason", d."number", d."date",
      d."decidedBy", d."decidedAt", d."auditHead"
    FROM "decision" d
    JOIN "nomination" n ON n."id" = d."nominationId"
    JOIN "unit" u ON u."id" = n."unitId"
    JOIN "place" p ON p."id" = d."placeId"
    JOIN "proposal" r ON r."id" = d."proposalId"
    WHERE d."phaseId" = ${phaseId}
    ORDER BY d."award", n."criteriaSet", p."ordinal" LIMIT ${take} OFFSET ${skip}`;
  return [lines, Number(counted?.total ?? 0)];
}
