import type { EntityManager } from 'typeorm';
import { isRecused, nameKey } from '../../domain/access';
import { canonicalJson } from '../../domain/canonical';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Nomination } from '../../domain/nomination';

/** Somebody of the council, as far as it decides whom they may not score. */
export interface Judge {
  name: string;
  /** Name of their unit. */
  unit: string | null;
  headsUnit: boolean | number;
}

/** Everybody who has an account of the council: one query. */
export function judges(reader: EntityManager): Promise<Judge[]> {
  return reader.sql<Judge[]>`
    SELECT p."name", u."name" AS "unit", p."headsUnit"
    FROM "person" p LEFT JOIN "unit" u ON u."id" = p."unitId" WHERE p."groups" LIKE ${'%"council"%'}`;
}

/**
 * Points that a nomination brings with it from members who are too near to it: from its nominee, or from the head of the
 * nominated unit. Such a sheet can only say that they do not score. A member without an account is known by name alone.
 * Sheets that are there already, in `before`, stay as they are.
 */
export function unfairSheets(
  nomination: Nomination,
  council: readonly Judge[],
  before?: Nomination,
): Finding[] {
  const known = new Set((before?.scores.council ?? []).map((sheet) => canonicalJson(sheet)));
  return (nomination.scores.council ?? []).flatMap((sheet, index) => {
    const { member, recused } = sheet;
    if (recused || known.has(canonicalJson(sheet)) || !isNear(member, nomination, council)) return [];
    const params = { member, code: nomination.code };
    return [{ level: 'error' as const, code: 'member-recused', path: ['scores', 'council', index], params }];
  });
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

function isNear(member: string, { subject, name, unit }: Nomination, council: readonly Judge[]): boolean {
  const bearers = council.filter((judge) => nameKey(judge.name) === nameKey(member));
  const known = bearers.length > 0 ? bearers : [{ name: member, unit: null, headsUnit: false }];
  return known.some((judge) => {
    const unitId = judge.unit === null ? null : nameKey(judge.unit);
    const person = { name: judge.name, unitId, headsUnit: Boolean(judge.headsUnit) };
    return isRecused(person, { unitId: nameKey(unit), subject, name });
  });
}
