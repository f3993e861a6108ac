import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { evaluate } from '../../domain/evaluation';
import { ENGINE } from '../../platform/version';
import type { PhaseRow } from '../campaigns/phase.entity';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { NominationRow } from '../nominations/nomination.entity';
import { roundOf } from '../nominations/round.queries';
import type { DecisionRow } from './decision.entity';
import type { ProposalRow } from './proposal.entity';
import { outcomesOf, proposalById, proposalIn } from './proposal.queries';

/** Whether the rules would say the same of the phase as it is now: its inputs are those of the proposal. */
export function isFresh(
  { inputVersion, engine }: ProposalRow,
  phase: Pick<PhaseRow, 'inputVersion'>,
): boolean {
  return inputVersion === phase.inputVersion && engine === ENGINE;
}

/**
 * People decide on what the rules say now: a proposal of other inputs, or of another engine, is made anew.
 * Throws `proposal-not-found` or `proposal-stale`.
 */
export async function freshProposal(
  manager: EntityManager,
  phase: PhaseRow,
  id: string,
): Promise<ProposalRow> {
  const proposal = await proposalIn(manager, phase.id, id);
  if (!isFresh(proposal, phase)) throw new DomainError('proposal-stale', { number: proposal.number });
  return proposal;
}

/** Throws `proposal-stale`, `nomination-held` or `nomination-withdrawn`. */
export async function outcomeOf(
  manager: EntityManager,
  proposal: ProposalRow,
  { code }: NominationRow,
  award: string,
): Promise<string> {
  const outcome = (await outcomesOf(manager, proposal.id))[code]?.[award];
  if (outcome === undefined) throw new DomainError('proposal-stale', { number: proposal.number });
  if (outcome === 'hold') throw new DomainError('nomination-held', { code });
  if (outcome === 'withdrawn') throw new DomainError('nomination-withdrawn', { code });
  return outcome;
}

/**
 * The second person confirms what the first has seen. A change elsewhere in the phase does not matter, one that makes the
 * rules say something else of this nomination does. Throws `proposal-stale`.
 */
export async function requireSameGround(
  manager: EntityManager,
  open: OpenPhase,
  { proposalId, award, proposedOutcome }: DecisionRow,
  code: string,
): Promise<void> {
  const proposal = await proposalById(manager, proposalId);
  if (isFresh(proposal, open.phase)) return;
  const { nominations } = evaluate(open.campaign, await roundOf(manager, open));
  if (nominations.get(code)?.outcomes[award] === proposedOutcome) return;
  throw new DomainError('proposal-stale', { number: proposal.number });
}
