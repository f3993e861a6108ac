import type { Hundredths } from '../../domain/campaign';
import { medianOf } from '../../domain/median';
import type { Exact } from '../../domain/points';
import type { OrderedPool } from './pool-order';

const known = new WeakMap<OrderedPool, ReadonlyMap<string, Hundredths | null>>();

/** By criterion, the median of what the ranked nominations of the pool have on it; worked out once for an evaluation. */
export function mediansOf(ordered: OrderedPool): ReadonlyMap<string, Hundredths | null> {
  const found = known.get(ordered) ?? compute(ordered);
  known.set(ordered, found);
  return found;
}

function compute({ pool }: OrderedPool): Map<string, Hundredths | null> {
  const values = new Map<string, Exact[]>();
  for (const { lines } of pool.ranking)
    for (const { criterion, points, exact } of lines) {
      if (points === null) continue;
      const list = values.get(criterion) ?? [];
      list.push(exact ?? points);
      values.set(criterion, list);
    }
  return new Map([...values].map(([criterion, list]) => [criterion, medianOf(list)]));
}
