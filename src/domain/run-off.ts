import type { Tally } from './council';

/** Nominees of a tie, best first; those of one group are tied still. */
export type Groups = readonly (readonly string[])[];

/** Splits the groups by the votes of one more round; whoever was not voted on stays as they were. */
export function refined(groups: Groups, tally: Tally): string[][] {
  return groups.flatMap((group) => byVotes(group, tally));
}

/** What a run-off came to. */
interface Settlement {
  /** The order to be recorded; fewer than two codes say nothing, so there is none (spec §6). */
  order: string[] | null;
  /** The first tie that is still open: to be voted on again, or to be decided by people. Null when there is none. */
  undecided: readonly string[] | null;
}

/**
 * The order that the votes have made, as far as it goes: a run-off that ties again stays a tie. Nominees with equal votes who
 * all get a place need no order between them, unless a unit has a cap: then `together` is false.
 */
export function settlement(
  groups: Groups,
  { places, together }: { places: number; together: boolean },
): Settlement {
  const order: string[] = [];
  for (const group of groups) {
    const fits = together && order.length + group.length <= places;
    if (group.length > 1 && !fits) return { order: recordable(order), undecided: group };
    order.push(...group);
  }
  return { order: recordable(order), undecided: null };
}

function recordable(order: string[]): string[] | null {
  return order.length < 2 ? null : order;
}

function byVotes(group: readonly string[], tally: Tally): string[][] {
  if (group.length === 1 || !group.every((code) => Object.hasOwn(tally, code))) return [[...group]];
  const votes = [...new Set(group.map((code) => tally[code] ?? 0))].sort((a, b) => b - a);
  return votes.map((count) => group.filter((code) => tally[code] === count));
}
