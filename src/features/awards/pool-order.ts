import { compareCodes } from '../../domain/canonical';
import type { Evaluation, NominationResult, PoolResult } from '../../domain/evaluation';

/** A pool as lists show it: best first, within one rank by code (which says nothing of merit), the unranked last. */
export interface OrderedPool {
  pool: PoolResult;
  results: readonly NominationResult[];
  /** How many of `results` have a rank. */
  ranked: number;
  /** Where each code stands in `results`. */
  placeOf: ReadonlyMap<string, number>;
}

const orders = new WeakMap<Evaluation, OrderedPool[]>();

/** Every pool of an evaluation in that order; sorted once for all who look at the same evaluation. */
export function orderedPools(evaluation: Evaluation): readonly OrderedPool[] {
  const known = orders.get(evaluation);
  if (known) return known;
  const ordered = evaluation.pools.map((pool) => orderOf(pool, evaluation));
  orders.set(evaluation, ordered);
  return ordered;
}

function orderOf(pool: PoolResult, { nominations }: Evaluation): OrderedPool {
  const unranked = [...nominations.values()]
    .filter(({ criteriaSet, rank }) => criteriaSet === pool.criteriaSet && rank === null)
    .sort((a, b) => compareCodes(a.nomination.code, b.nomination.code));
  const results = [...pool.ranking, ...unranked];
  const placeOf = new Map(results.map(({ nomination: { code } }, at) => [code, at]));
  return { pool, results, ranked: pool.ranking.length, placeOf };
}
