import type { EntityManager } from 'typeorm';
import { InputRefused } from '../../domain/domain-error';
import { type Judge, unfairSheets } from '../../domain/fair-sheets';
import type { Nomination } from '../../domain/nomination';

/** Everybody who has an account of the council: one query. */
export async function judges(reader: EntityManager): Promise<Judge[]> {
  const rows = await reader.sql<(Omit<Judge, 'headsUnit'> & { headsUnit: boolean | number })[]>`
    SELECT p."name", u."name" AS "unit", p."headsUnit"
    FROM "person" p LEFT JOIN "unit" u ON u."id" = p."unitId" WHERE p."groups" LIKE ${'%"council"%'}`;
  return rows.map((row) => ({ ...row, headsUnit: Boolean(row.headsUnit) }));
}

/** Throws InputRefused as `unfairSheets` finds. */
export async function requireFairSheets(
  reader: EntityManager,
  nomination: Nomination,
  before?: Nomination,
): Promise<void> {
  if (!nomination.scores.council) return;
  const findings = unfairSheets(nomination, await judges(reader), before);
  if (findings.length > 0) throw new InputRefused(findings);
}
