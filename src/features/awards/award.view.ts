import type { PassedOver } from '../../domain/passed-over';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { Closing } from './conclusion.service';
import type { DecisionLine } from './decision.queries';
import type { ProposalRow } from './proposal.entity';

/** Without the large texts: they have addresses of their own. */
export function proposalView(row: ProposalRow) {
  const { id, number, engine, campaignSha256, roundSha256, createdBy, createdAt } = row;
  return {
    id,
    number,
    engine,
    inputs: { campaign: campaignSha256, nominations: roundSha256 },
    createdBy,
    createdAt,
  };
}

/** Says in so many words whether people departed from the proposal (law 5). */
export function decisionView(line: DecisionLine) {
  return { ...line, departs: line.proposedOutcome !== 'awarded' };
}

/** Whether the phase has ended, and whom its end would pass over. */
export function conclusionView(
  { phase: { code, concludedAt, publishedAt } }: OpenPhase,
  passedOver: readonly PassedOver[],
) {
  return { phase: code, concludedAt, publishedAt, passedOver };
}

export function closingView({ phase: { code, concludedAt, publishedAt }, moved }: Closing) {
  return { phase: code, concludedAt, publishedAt, moved };
}
