import type { Award } from './campaign';
import type { TieResolution } from './nomination';
import type { Verdict } from './outcome';
import type { Quota } from './quota';

/** One nomination as the allocation sees it. */
export interface Entrant {
  code: string;
  unit: string;
  /** Shared by the members of a tie group; null when not ranked. */
  rank: number | null;
  /** For the award at this place in tier order. */
  verdict: (index: number) => Verdict;
}

/** One award as the pool sees it. */
export interface AwardLine {
  award: Award;
  quota: Quota;
}

export interface PoolInput {
  /** In tier order, highest first. */
  lines: readonly AwardLine[];
  /** Best first; tied ones side by side, by code. */
  ranking: readonly Entrant[];
  minimum: 'reserve' | 'report';
  /** Those of this pool. */
  resolutions: readonly TieResolution[];
}
