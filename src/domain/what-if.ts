import type { Campaign } from './campaign';
import { compareCodes } from './canonical';
import { readChange } from './definition/read-change';
import { InputRefused } from './domain-error';
import { type Evaluation, type NominationResult, type OutcomeCode, evaluate } from './evaluation';
import type { Round } from './nomination';
import type { Change } from './plan-change';

/** A nomination to which the change makes a difference. */
export interface Mover {
  code: string;
  /** The award taken. */
  before: string | null;
  after: string | null;
  /** Only those that differ, highest tier first. */
  outcomes: ChangedOutcome[];
}

interface ChangedOutcome {
  award: string;
  before: OutcomeCode;
  after: OutcomeCode;
}

/**
 * Who would move if the plan or the resolutions of ties were changed, by code, and nobody else. Touches nothing. Throws
 * InputRefused with every finding that the change, written into the plan, would have; paths lead into the change.
 *
 * @param before the evaluation of the round as it is, where the caller has it already
 */
export function whatIf(campaign: Campaign, round: Round, change: Change, before?: Evaluation): Mover[] {
  const { changed, findings } = readChange(campaign, round, change);
  if (!changed) throw new InputRefused(findings);
  return moversBetween(before ?? evaluate(campaign, round), evaluate(changed.campaign, changed.round));
}

function moversBetween(before: Evaluation, after: Evaluation): Mover[] {
  const movers = [...before.nominations].flatMap(([code, was]) => {
    const is = after.nominations.get(code);
    return is ? (moverOf(code, was, is) ?? []) : [];
  });
  return movers.sort((a, b) => compareCodes(a.code, b.code));
}

function moverOf(code: string, was: NominationResult, is: NominationResult): Mover | undefined {
  const [before, after] = [was.outcomes, is.outcomes];
  const outcomes = Object.keys(before).flatMap((award) => changedOutcome(award, before[award], after[award]));
  return outcomes.length > 0 ? { code, before: was.award, after: is.award, outcomes } : undefined;
}

function changedOutcome(award: string, before?: OutcomeCode, after?: OutcomeCode): ChangedOutcome[] {
  return before && after && before !== after ? [{ award, before, after }] : [];
}
