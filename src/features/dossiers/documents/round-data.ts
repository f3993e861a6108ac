import type { Campaign } from '../../../domain/campaign';
import type { Evaluation } from '../../../domain/evaluation';
import type { Round } from '../../../domain/nomination';
import type { Papers } from '../papers/paper';
import type { RoundDecision } from './decided-round';

/** All that the documents of a round are made of. */
export interface RoundData {
  campaign: Campaign;
  round: Round;
  evaluation: Evaluation;
  /** What people have decided so far; absent where nobody keeps decisions, as without a database. */
  decisions?: readonly RoundDecision[];
  papers: Papers;
  /** `name/version` of the rules that made the evaluation. */
  engine: string;
}
