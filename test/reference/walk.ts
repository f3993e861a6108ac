import type { OutcomeCode } from '../../src/domain/evaluation';
import type { Place } from './counts';
import { textOrder } from './ties';

export interface Walk {
  /** In ranking order. */
  recipients: string[];
  /** The members of the tie group at the cut, by code. */
  pending: string[];
  /** Of everybody in `candidates`. */
  outcomes: Map<string, OutcomeCode>;
}

/** Who may take this award, by group: eligible, and without a higher award of the pool. */
export function candidatesOf(place: Place, taken: ReadonlySet<string>): string[][] {
  return place.groups
    .map((group) => group.filter((code) => place.eligible.has(code) && !taken.has(code)).sort(textOrder))
    .filter((group) => group.length > 0);
}

/** §6: the prefix walk of one award, group by group, until `k` recipients or a cut that the engine may not make. */
export function walk(
  place: Place,
  k: number,
  candidates: string[][],
  leaveVacant: boolean,
  unitOf: (code: string) => string,
): Walk {
  const recipients: string[] = [];
  const outcomes = new Map<string, OutcomeCode>();
  const roomOf = (unit: string) =>
    place.perUnitMax - recipients.filter((code) => unitOf(code) === unit).length;
  for (const [at, group] of candidates.entries()) {
    const left = k - recipients.length;
    if (left === 0) break;
    const standing = group.filter((code) => roomOf(unitOf(code)) > 0);
    for (const code of group) if (!standing.includes(code)) outcomes.set(code, 'unit-cap');
    const fill = mostOf(standing, roomOf, unitOf);
    if (standing.length <= left && fill === standing.length) {
      recipients.push(...standing);
      for (const code of standing) outcomes.set(code, 'awarded');
      continue;
    }
    const below = candidates.slice(at + 1).flat();
    const waiting = leaveVacant ? 'tie-left-vacant' : 'tie-pending';
    for (const code of standing) outcomes.set(code, waiting);
    if (leaveVacant) for (const code of below) outcomes.set(code, 'tie-left-vacant');
    else if (fill < left) for (const code of below) outcomes.set(code, 'blocked-by-tie');
    return {
      recipients,
      pending: leaveVacant ? [] : standing,
      outcomes: rest(candidates, outcomes, place, k),
    };
  }
  return { recipients, pending: [], outcomes: rest(candidates, outcomes, place, k) };
}

/** How many of the group its units let in. */
function mostOf(group: string[], roomOf: (unit: string) => number, unitOf: (code: string) => string): number {
  const units = [...new Set(group.map(unitOf))];
  return units.reduce((total, unit) => {
    const members = group.filter((code) => unitOf(code) === unit).length;
    return total + (members < roomOf(unit) ? members : roomOf(unit));
  }, 0);
}

/** Everybody else was not met before k. */
function rest(candidates: string[][], met: Map<string, OutcomeCode>, { max }: Place, k: number) {
  const outcomes = new Map(met);
  for (const code of candidates.flat()) {
    if (!outcomes.has(code)) outcomes.set(code, k < max ? 'kept-for-minimum' : 'quota-full');
  }
  return outcomes;
}
