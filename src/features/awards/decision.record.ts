import type { Actor } from '../../domain/access';
import { newId } from '../../platform/database/new-id';
import type { Transaction } from '../../platform/database/unit-of-work';
import { auditHead } from '../audit/audit.queries';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { PlaceRow } from '../campaigns/place.entity';
import type { Candidate } from './candidate';
import { DecisionRow } from './decision.entity';
import { type Ending, NEVER_ENDED, endDecision } from './decision.store';
import { takePlace } from './place.store';
import type { ProposalRow } from './proposal.entity';

/** Whom people give which award, by which proposal. */
export interface Choice {
  proposal: string;
  /** Code of the nomination. */
  nomination: string;
  award: string;
  /** Needed where the choice departs from the proposal. */
  reason?: string;
  /** Of the signed paper, when known. */
  number?: string;
  date?: string;
}

/** A choice that was found good, and what it rests on. */
interface Ground {
  open: OpenPhase;
  proposal: ProposalRow;
  candidate: Candidate;
  proposedOutcome: string;
  choice: Choice;
}

interface DecidedBy {
  actor: Actor;
  at: string;
}

/** Takes a place and writes the decision down. Throws `places-taken` or `unit-places-taken`. */
export async function recordDecision(tx: Transaction, ground: Ground, by: DecidedBy): Promise<DecisionRow> {
  const { open, proposal, candidate, proposedOutcome } = ground;
  const { nomination, award } = candidate;
  const { reason = null, number = null, date = null } = ground.choice;
  const id = newId();
  await releaseLower(tx, candidate, { ...by, reason: reason ?? '' }, id);
  const place = await takePlace(tx.manager, open, nomination, award);
  const given = { nomination: nomination.code, award, place: place.ordinal, proposal: proposal.number };
  await tx.audit.record({
    action: 'award.decide',
    subject: { type: 'decision', id },
    after: { ...given, proposedOutcome, reason, number, date },
  });
  const head = await auditHead(tx.manager);
  const row = { ...UNTOUCHED, ...rowOf(ground, place, by), id, reason, number, date, auditHead: head };
  await tx.manager.insert(DecisionRow, row);
  return row;
}

function rowOf(
  { open, proposal, candidate, proposedOutcome }: Ground,
  place: PlaceRow,
  { actor, at }: DecidedBy,
) {
  const { nomination, award } = candidate;
  return {
    phaseId: open.phase.id,
    proposalId: proposal.id,
    nominationId: nomination.id,
    criteriaSet: nomination.criteriaSet,
    award,
    placeId: place.id,
    ordinal: place.ordinal,
    proposedOutcome,
    decidedById: actor.id,
    decidedBy: actor.name,
    decidedAt: at,
  };
}

const UNTOUCHED = {
  status: 'proposed' as const,
  confirmedById: null,
  confirmedBy: null,
  confirmedAt: null,
  ...NEVER_ENDED,
  isPublic: false,
};

/** One achievement, one award (Luật 5.2.c): the place of the lower one is free for the next. */
async function releaseLower(
  tx: Transaction,
  { lower }: Candidate,
  ending: Ending,
  replacedById: string,
): Promise<void> {
  if (!lower) return;
  await tx.audit.record({
    action: 'award.replace',
    subject: { type: 'decision', id: lower.id },
    before: { status: lower.status, award: lower.award },
    after: { status: 'replaced', by: replacedById },
  });
  await endDecision(tx, lower, 'replaced', ending, replacedById);
}
