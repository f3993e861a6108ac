import type { Hundredths } from './campaign';
import type { TieResolution } from './nomination';

/** What somebody would like to try; what is not named stays as it is. */
export interface Change {
  quota?: QuotaChange[];
  /** By award. */
  floor?: Record<string, Hundredths>;
  /** All resolutions of the round, in the place of those that it has. */
  tieResolutions?: TieResolution[];
}

/** The places of one award for one pool; they stand for a percentage as well. `min` absent leaves the minimum as it is. */
export interface QuotaChange {
  award: string;
  criteriaSet: string;
  max: number;
  min?: number;
}
