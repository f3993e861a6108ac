import type { Award, Campaign, Day, Hundredths, Threshold } from './campaign';
import type { Evaluation, PoolResult } from './evaluation';
import type { Round } from './nomination';
import type { AwardResult, NominationResult, OutcomeCode } from './outcome';

/** One plain fact of an explanation; the views put it into words. */
export type Fact =
  | string
  | number
  | { points: Hundredths }
  | { day: Day }
  | { share: Threshold }
  | { term: string; of?: string };

/**
 * What a person needs to know of one outcome. The sentence `outcome.<sentence>` of the messages file is filled from
 * `params`; `value`, `limit` and `margin` are the figures that decided (margin: how far the value is from the limit).
 */
export interface Explanation {
  code: OutcomeCode;
  sentence: string;
  params: Record<string, Fact>;
  article?: string;
  value?: Fact;
  limit?: Fact;
  margin?: Fact;
}

export type Facts = Omit<Explanation, 'code' | 'sentence'> & { sentence?: string };

/** Everything that an explanation may look at. */
export interface Case {
  campaign: Campaign;
  round: Round;
  evaluation: Evaluation;
  pool: PoolResult;
  award: Award;
  /** Absent where the plan states no number of places. */
  result: AwardResult | undefined;
  nominee: NominationResult;
}
