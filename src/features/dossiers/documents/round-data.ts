import type { Campaign } from '../../../domain/campaign';
import type { Evaluation } from '../../../domain/evaluation';
import type { Round } from '../../../domain/nomination';
import type { Papers } from '../papers/paper';
import type { RoundDecision } from './decided-round';
import type { SessionData } from './session-data';

export type Reasons = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** All that the documents of a round are made of. */
export interface RoundData {
  campaign: Campaign;
  round: Round;
  evaluation: Evaluation;
  /** What people have decided so far, in the order in which they did; absent where nobody keeps decisions, as without a database. */
  decisions?: readonly RoundDecision[];
  /** Why the office's entry differs from the unit's, by code of the nomination and of the criterion. */
  reasons?: Reasons;
  /** Sessions of the council that are closed, in their order; absent for a round that knows none. */
  sessions?: readonly SessionData[];
  papers: Papers;
  /** `name/version` of the rules that made the evaluation. */
  engine: string;
}
