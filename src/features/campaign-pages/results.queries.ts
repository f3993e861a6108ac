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
 * Who holds a place and was notified of it: what was decided after the publication is not there until it is published too.
 * By award, pool and Vietnamese order of the names; two queries.
 */
export async function publishedLines(
  reader: EntityManager,
  phaseId: string,
  { award, criteriaSet }: PublishedFilter,
  { skip, take }: { skip: number; take: number },
): Promise<[PublishedLine[], number]> {
  const found = new Statement(`FROM "quota_line" q JOIN "place" p ON p."quotaLineId" = q."id"
    JOIN "nomination" n ON n."id" = p."nominationId" JOIN "unit" u ON u."id" = n."unitId"
    WHERE n."state" = 'notified'`).add(' AND q."phaseId" = ', phaseId);
  if (award !== undefined) found.add(' AND q."award" = ', award);
  if (criteriaSet !== undefined) found.add(' AND q."criteriaSet" = ', criteriaSet);
  const [counted] = await new Statement('SELECT COUNT(*) AS "total" ')
    .also(found)
    .run<{ total: number | string }>(reader);
  const lines = await new Statement(
    'SELECT q."award", q."criteriaSet", n."name", n."position", u."name" AS "unit", n."unitId" ',
  )
    .also(found)
    .add(' ORDER BY q."award", q."criteriaSet", n."sortKey", n."code" LIMIT ', take)
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
    SELECT q."award", q."criteriaSet", COUNT(*) AS "count" FROM "quota_line" q
    JOIN "place" p ON p."quotaLineId" = q."id" JOIN "nomination" n ON n."id" = p."nominationId"
    WHERE q."phaseId" = ${phaseId} AND n."state" = 'notified' GROUP BY q."award", q."criteriaSet"`;
  return lines.map((line) => ({ ...line, count: Number(line.count) }));
}
