import type { Campaign } from '../../../domain/campaign';
import type { Evaluation } from '../../../domain/evaluation';
import type { Round } from '../../../domain/nomination';
import type { Papers } from '../papers/paper';

/** All that the documents of a round are made of. */
export interface RoundData {
  campaign: Campaign;
  round: Round;
  evaluation: Evaluation;
  papers: Papers;
  /** `name/version` of the rules that made the evaluation. */
  engine: string;
}
