import type { Hundredths } from './campaign';
import type { Nomination } from './nomination';
import type { ScoreLine } from './score-line';
import type { Score } from './scoring';

/** What became of one nomination for one award (spec §4 and §6). */
export type OutcomeCode =
  | 'awarded'
  | 'withdrawn'
  | 'not-scored'
  | `gate:${string}`
  | 'discipline'
  | 'already-awarded'
  | 'below-floor'
  | 'below-band'
  | 'no-quorum'
  | 'not-voted'
  | 'vote-not-passed'
  | 'hold'
  | 'awarded-higher'
  | 'tie-pending'
  | 'blocked-by-tie'
  | 'unit-cap'
  | 'tie-left-vacant'
  | 'kept-for-minimum'
  | 'quota-full'
  | 'no-quota-line'
  | 'quota-not-stated';

/** What stands between a nomination and an award before any place is counted; null is eligible. */
export type Verdict = OutcomeCode | null;

/** One award of one pool, allocated. */
export interface AwardResult {
  award: string;
  min: number;
  max: number;
  /** The count chosen for the prefix walk, ≤ max. */
  offered: number;
  filled: number;
  shortfall: number;
  /** In ranking order. */
  recipients: string[];
  /** Members of the tie group at the cut, by code. */
  pending: string[];
  /** Places left for `pending`. */
  places: number;
  /** The next eligible, at most three. */
  reserve: string[];
}

/** One nomination, scored, ranked and judged. */
export interface NominationResult {
  nomination: Nomination;
  criteriaSet: string;
  score: Score;
  /** Rounded official total; null when withdrawn or not scored. */
  total: Hundredths | null;
  rank: number | null;
  band: string | null;
  /** The award taken, if any. */
  award: string | null;
  outcomes: Record<string, OutcomeCode>;
  lines: ScoreLine[];
}
