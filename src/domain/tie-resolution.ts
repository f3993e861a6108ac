import { compareCodes } from './canonical';
import type { TieResolution } from './nomination';
import type { Entrant, PoolInput } from './pool';

/** The ranking as one award walks it: people have set some members of tie groups apart. */
export interface WalkingOrder {
  entrants: readonly Entrant[];
  /** Each of these stands alone, before the others of its group. */
  apart: ReadonlySet<Entrant>;
}

/**
 * Every `order` of this award and of the higher ones ranks the codes that it names before the others of their group, who
 * stay tied. Naming one code of a group changes nothing (spec §6).
 */
export function walkingOrder(pool: PoolInput, index: number): WalkingOrder {
  const start: WalkingOrder = { entrants: pool.ranking, apart: new Set() };
  return ordersUpTo(pool, index).reduce(setApart, start);
}

/** The tie groups of a walking order, best first. */
export function* tieGroups({ entrants, apart }: WalkingOrder): Generator<readonly Entrant[]> {
  let start = 0;
  for (let at = 1; at <= entrants.length; at++) {
    const [previous, next] = [entrants[at - 1] as Entrant, entrants[at]];
    if (next && next.rank === previous.rank && !apart.has(next) && !apart.has(previous)) continue;
    yield entrants.slice(start, at);
    start = at;
  }
}

/** Highest tier first, then by date and by codes: the order in the file says nothing. */
function ordersUpTo({ lines, resolutions }: PoolInput, index: number): (readonly string[])[] {
  const tiers = new Map(lines.slice(0, index + 1).map(({ award }, at) => [award.code, at]));
  const applied = (a: TieResolution, b: TieResolution) =>
    (tiers.get(a.award) ?? 0) - (tiers.get(b.award) ?? 0) ||
    compareCodes(a.date, b.date) ||
    compareCodes(String(a.order), String(b.order));
  return resolutions
    .filter(({ award, order }) => order !== undefined && tiers.has(award))
    .toSorted(applied)
    .map(({ order }) => order ?? []);
}

function setApart(walking: WalkingOrder, order: readonly string[]): WalkingOrder {
  const apart = new Set(walking.apart);
  const codes = new Set(order);
  const entrants = [...tieGroups(walking)].flatMap((group) => {
    if (group.length < 2) return group;
    const named = group.filter(({ code }) => codes.has(code));
    if (named.length < 2) return group;
    for (const entrant of named) apart.add(entrant);
    named.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
    return [...named, ...group.filter(({ code }) => !codes.has(code))];
  });
  return { entrants, apart };
}
