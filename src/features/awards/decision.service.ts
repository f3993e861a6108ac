import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { covers } from '../../domain/eligibility';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ENGINE } from '../../platform/version';
import { auditHead } from '../audit/audit.queries';
import { PhaseRow } from '../campaigns/phase.entity';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { PlaceRow } from '../campaigns/place.entity';
import { MatterRow } from '../nominations/matter.entity';
import { NominationRow } from '../nominations/nomination.entity';
import { DecisionRow } from './decision.entity';
import { ProposalRow } from './proposal.entity';
import { takePlace } from './place.store';
import { outcomesOf, proposalById } from './proposal.queries';

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

@Injectable()
export class DecisionService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Gives one nomination one award by taking a free place (law 2). Against the proposal only with a reason, which stays
   * visible (law 5); a withdrawn or held nomination never, nor on a proposal of other inputs than the phase has now.
   * Throws `proposal-not-found`, `proposal-stale`, `nomination-not-found`, `nomination-withdrawn`, `nomination-held`,
   * `decision-exists`, `award-not-found`, `override-needs-reason`, `places-taken`, `unit-places-taken`.
   */
  decide(actor: Actor, campaignCode: string, phaseCode: string, choice: Choice): Promise<DecisionRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const open = await openPhase(manager, campaignCode, phaseCode);
      const proposal = await freshProposal(manager, open.phase, choice.proposal);
      const nomination = await awardable(manager, open.phase, choice.nomination);
      const proposedOutcome = await outcomeOf(manager, proposal, nomination, awardOf(open, choice.award));
      requireReason(proposedOutcome, choice);
      const place = await takePlace(manager, open, nomination, choice.award);
      const { award, reason = null, number = null, date = null } = choice;
      const given = { nomination: nomination.code, award, place: place.ordinal, proposal: proposal.number };
      const id = newId();
      await audit.record({
        action: 'award.decide',
        subject: { type: 'decision', id },
        after: { ...given, proposedOutcome, reason, number, date },
      });
      const row: DecisionRow = {
        id,
        phaseId: open.phase.id,
        proposalId: proposal.id,
        nominationId: nomination.id,
        award,
        placeId: place.id,
        proposedOutcome,
        reason,
        number,
        date,
        decidedBy: actor.name,
        decidedAt: this.clock.now(),
        auditHead: await auditHead(manager),
      };
      await manager.insert(DecisionRow, row);
      return row;
    });
  }
}

/** People decide on what the rules say now: a proposal of other inputs, or of another engine, is made anew. */
async function freshProposal(
  manager: EntityManager,
  { id: phaseId, inputVersion }: PhaseRow,
  id: string,
): Promise<ProposalRow> {
  const proposal = await proposalById(manager, id);
  if (proposal.phaseId !== phaseId) throw new DomainError('proposal-not-found', { proposal: id });
  if (proposal.inputVersion !== inputVersion || proposal.engine !== ENGINE)
    throw new DomainError('proposal-stale', { number: proposal.number });
  return proposal;
}

/** NĐ 152/2025 Điều 4.4: a case with a pending matter waits. */
async function awardable(manager: EntityManager, phase: PhaseRow, code: string): Promise<NominationRow> {
  const row = await manager.findOneBy(NominationRow, { phaseId: phase.id, code: code.normalize('NFC') });
  if (!row) throw new DomainError('nomination-not-found', { nomination: code });
  if (row.state === 'withdrawn') throw new DomainError('nomination-withdrawn', { code });
  const pending = await manager.findBy(MatterRow, { nominationId: row.id, status: 'pending' });
  if (pending.some(({ from, to }) => covers({ from: from ?? undefined, to: to ?? undefined }, phase.date)))
    throw new DomainError('nomination-held', { code });
  if (await manager.existsBy(PlaceRow, { nominationId: row.id }))
    throw new DomainError('decision-exists', { code });
  return row;
}

function awardOf({ campaign }: OpenPhase, code: string): string {
  if (!campaign.awards.some((award) => award.code === code))
    throw new DomainError('award-not-found', { award: code });
  return code;
}

async function outcomeOf(
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

function requireReason(outcome: string, { nomination, award, reason }: Choice): void {
  if (outcome !== 'awarded' && !reason?.trim())
    throw new DomainError('override-needs-reason', { code: nomination, award });
}
