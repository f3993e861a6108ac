import { compareCodes } from './canonical';
import type { TieResolution } from './nomination';
import type { Entrant, PoolInput } from './pool';

/** The ranking as one award walks it: people have set some members of tie groups apart. */
export interface WalkingOrder {
  entrants: readonly Entrant[];
  /** Each of these stands alone, before the others of its group. */
  apart: ReadonlySet<Entrant>;
}

/** The place of each code in one `order`. */
type Places = ReadonlyMap<string, number>;

/**
 * Every `order` of this award and of the higher ones ranks the codes that it names before the others of their group, who
 * stay tied. Naming one code of a group changes nothing (spec §6).
 */
export function walkingOrder(pool: PoolInput, index: number): WalkingOrder {
  const apart = new Set<Entrant>();
  const orders = ordersUpTo(pool, index);
  if (orders.length === 0) return { entrants: pool.ranking, apart };
  const naming = ordersByCode(orders);
  const groups = [...tieGroups({ entrants: pool.ranking, apart })];
  return { entrants: groups.flatMap((group) => setApart(group, ordersOf(group, naming), apart)), apart };
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

/** Highest tier first, then by date; those of one day as they stand, the earlier decision first. Codes decide nothing (spec §3). */
function ordersUpTo({ lines, resolutions }: PoolInput, index: number): Places[] {
  const tiers = new Map(lines.slice(0, index + 1).map(({ award }, at) => [award.code, at]));
  const applied = (a: TieResolution, b: TieResolution) =>
    (tiers.get(a.award) ?? 0) - (tiers.get(b.award) ?? 0) || compareCodes(a.date, b.date);
  return resolutions
    .filter(({ award, order }) => order !== undefined && tiers.has(award))
    .toSorted(applied)
    .map(({ order = [] }) => new Map(order.map((code, place) => [code, place])));
}

/** Which orders name a code, by their place in line. */
function ordersByCode(orders: readonly Places[]): Map<string, [line: number, places: Places][]> {
  const naming = new Map<string, [number, Places][]>();
  orders.forEach((places, line) => {
    for (const code of places.keys()) naming.set(code, [...(naming.get(code) ?? []), [line, places]]);
  });
  return naming;
}

function ordersOf(group: readonly Entrant[], naming: ReturnType<typeof ordersByCode>): Places[] {
  if (group.length < 2) return [];
  const lines = new Map(group.flatMap(({ code }) => naming.get(code) ?? []));
  return [...lines].toSorted(([a], [b]) => a - b).map(([, places]) => places);
}

/** The members that the orders name, one by one, then the others, still tied. */
function setApart(
  group: readonly Entrant[],
  orders: readonly Places[],
  apart: Set<Entrant>,
): readonly Entrant[] {
  const first: Entrant[] = [];
  let others = group;
  for (const places of orders) {
    const named = others.filter(({ code }) => places.has(code));
    if (named.length < 2) continue;
    named.sort((a, b) => (places.get(a.code) ?? 0) - (places.get(b.code) ?? 0));
    for (const entrant of named) apart.add(entrant);
    first.push(...named);
    others = others.filter(({ code }) => !places.has(code));
  }
  return [...first, ...others];
}
