import type { Hundredths } from './campaign';
import type { Entry } from './nomination';
import type { Fraction } from './points';

/** What one criterion gave, and why: screen, API, dossier and result.json print these same lines. */
export interface ScoreLine {
  criterion: string;
  /** Rounded half up to the hundredth for show; null when not entered or dropped. */
  points: Hundredths | null;
  /** The fraction behind `points`, where they are no whole hundredths. */
  exact?: Fraction;
  max: Hundredths;
  /** What was entered, on a sheet of the official layer; the council's lines are means. */
  entry?: Entry;
  /** The best entry of the pool, for `relative`. */
  best?: Hundredths;
  /** The failed gates that set it to 0, as sentences name them. */
  gates?: string[];
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
