import type { EntityManager } from 'typeorm';
import { Statement } from '../../platform/database/statement';

/** Somebody who was awarded, as everybody may read it. */
export interface PublishedLine {
  award: string;
  criteriaSet: string;
  name: string;
  position: string | null;
  unit: string;
  unitId: string;
}

/** What a list of results is asked for: one award, one pool, or both left open. */
export interface PublishedFilter {
  award?: string;
  criteriaSet?: string;
}

/**
 * Whose award is published: what was decided, or replaced by a higher award, after the publication shows with the next one.
 * By award, pool and Vietnamese order of the names; two queries.
 */
export async function publishedLines(
  reader: EntityManager,
  phaseId: string,
  { award, criteriaSet }: PublishedFilter,
  { skip, take }: { skip: number; take: number },
): Promise<[PublishedLine[], number]> {
  const found = new Statement(`FROM "decision" d
    JOIN "nomination" n ON n."id" = d."nominationId" JOIN "unit" u ON u."id" = n."unitId"
    WHERE d."isPublic" = TRUE`).add(' AND d."phaseId" = ', phaseId);
  if (award !== undefined) found.add(' AND d."award" = ', award);
  if (criteriaSet !== undefined) found.add(' AND d."criteriaSet" = ', criteriaSet);
  const [counted] = await new Statement('SELECT COUNT(*) AS "total" ')
    .also(found)
    .run<{ total: number | string }>(reader);
  const lines = await new Statement(
    'SELECT d."award", d."criteriaSet", n."name", n."position", u."name" AS "unit", n."unitId" ',
  )
    .also(found)
    .add(' ORDER BY d."award", d."criteriaSet", n."sortKey", n."code" LIMIT ', take)
    .add(' OFFSET ', skip)
    .run<PublishedLine>(reader);
  return [lines, Number(counted?.total ?? 0)];
}

/** How many were awarded, by award and pool. */
export async function publishedCounts(
  reader: EntityManager,
  phaseId: string,
): Promise<{ award: string; criteriaSet: string; count: number }[]> {
  const lines = await reader.sql<{ award: string; criteriaSet: string; count: number | string }[]>`
    SELECT "award", "criteriaSet", COUNT(*) AS "count" FROM "decision"
    WHERE "phaseId" = ${phaseId} AND "isPublic" = TRUE GROUP BY "award", "criteriaSet"`;
  return lines.map((line) => ({ ...line, count: Number(line.count) }));
}
