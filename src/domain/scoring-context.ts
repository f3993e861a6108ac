import type { Campaign, Criterion, CriteriaSet } from './campaign';
import { type BestEntries, type Scored, bestEntries } from './criteria';

/** What every score of one pool shares. */
export interface ScoringContext {
  scoring: Campaign['scoring'];
  set: CriteriaSet;
  gates: readonly Criterion[];
  /** Of the official layer. */
  best: BestEntries;
}

/** `pool` holds all nominations of the set: a `relative` criterion looks at every one of them. */
export function scoringContext(
  { scoring }: Pick<Campaign, 'scoring'>,
  set: CriteriaSet,
  pool: readonly Scored[],
): ScoringContext {
  const gates = set.criteria.filter(({ role }) => role === 'gate');
  return { scoring, set, gates, best: bestEntries(set, pool, scoring.official) };
}
