import { isRecused, nameKey } from './access';
import { canonicalJson } from './canonical';
import type { Finding } from './finding';
import type { Nomination } from './nomination';

/** Somebody of the council, as far as it decides whom they may not score. */
export interface Judge {
  name: string;
  /** Name of their unit. */
  unit: string | null;
  headsUnit: boolean;
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

/** Units are compared by their names: a file knows no other key of them. */
function isNear(member: string, { subject, name, unit }: Nomination, council: readonly Judge[]): boolean {
  const bearers = council.filter((judge) => nameKey(judge.name) === nameKey(member));
  const known = bearers.length > 0 ? bearers : [{ name: member, unit: null, headsUnit: false }];
  return known.some((judge) => {
    const unitId = judge.unit === null ? null : nameKey(judge.unit);
    return isRecused({ ...judge, unitId }, { unitId: nameKey(unit), subject, name });
  });
}
