import type { Campaign, Hundredths } from './campaign';
import type { Nomination, Round } from './nomination';

/** Everything that the rules say about one round: scored, ranked, judged and allocated. */
export interface Evaluation {
  pools: PoolResult[];
  /** By nomination code. */
  nominations: Map<string, NominationResult>;
}

export interface PoolResult {
  criteriaSet: string;
  /** One for each quota line with a maximum, highest tier first. */
  awards: AwardResult[];
}

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

export interface NominationResult {
  nomination: Nomination;
  criteriaSet: string;
  /** Rounded official total; null when withdrawn or not scored. */
  total: Hundredths | null;
  rank: number | null;
  band: string | null;
  /** The award taken, if any. */
  award: string | null;
  outcomes: Record<string, OutcomeCode>;
  lines: ScoreLine[];
}

export interface ScoreLine {
  criterion: string;
  /** Rounded half up to the hundredth for show; null when not entered or dropped. */
  points: Hundredths | null;
  max: Hundredths;
  because: ScoreReason;
}

/** Why a line has its points. */
export type ScoreReason =
  | 'entered'
  | 'not-entered'
  | 'missing'
  | 'not-applicable-full'
  | 'not-applicable-excluded'
  | 'no-evidence'
  | 'zeroed-by-gate'
  | 'gate-passed'
  | 'gate-failed'
  | 'council-mean';

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

/** Scores, ranks, judges and allocates one round by its campaign (spec §1–6). The order of the input does not matter. */
export function evaluate(_campaign: Campaign, _round: Round): Evaluation {
  throw new Error('being written');
}
