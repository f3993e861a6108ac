import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { givenReason, requiredReason } from '../../domain/reason';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { auditHead } from '../audit/audit.queries';
import { awardName } from '../../domain/plan-names';
import { takeDrafts } from '../campaigns/phase.desk';
import { openPhase } from '../campaigns/phase.queries';
import { takeStep } from '../nominations/way.store';
import { type Candidate, awardable, requireMayDecide, requireNotHeld } from './candidate';
import { DecisionRow } from './decision.entity';
import { type Choice, recordDecision } from './decision.record';
import { decisionIn, endDecision, restoreReplaced } from './decision.store';
import { requireDay } from './paper';
import { freshProposal, outcomeOf, requireSameGround } from './proposal.ground';

/** Awards are given by two people: one decides within the places, another confirms. */
@Injectable()
export class DecisionService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Gives one nomination one award by taking a free place (law 2); it is in force once another person has confirmed it.
   * Against the proposal only with a reason, which stays visible (law 5); a withdrawn or held nomination never, nor on a
   * proposal of other inputs than the phase has now. Who holds a lower award gives its place back for a higher one.
   * Throws `proposal-not-found`, `proposal-stale`, `nomination-not-found`, `nomination-withdrawn`, `nomination-held`,
   * `not-in-this-state`, `decides-for-oneself`, `decision-exists`, `award-not-found`, `override-needs-reason`,
   * `reason-too-long`, `places-taken`, `unit-places-taken`.
   */
  decide(actor: Actor, campaignCode: string, phaseCode: string, choice: Choice): Promise<DecisionRow> {
    requireDay(choice.date);
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager } = tx;
      const open = await openPhase(manager, campaignCode, phaseCode);
      const proposal = await freshProposal(manager, open.phase, choice.proposal);
      const candidate = await awardable(manager, actor, open, choice);
      const { nomination, award } = candidate;
      const proposedOutcome = await outcomeOf(manager, proposal, nomination, award);
      if (needsReason(candidate, proposedOutcome, choice.reason))
        throw new DomainError('override-needs-reason', {
          code: choice.nomination,
          award: awardName(open.campaign, award),
        });
      const ground = { open, proposal, candidate, proposedOutcome, choice };
      return recordDecision(tx, ground, { actor, at: this.clock.now() });
    });
  }

  /**
   * The second person: from then on the decision is in force. Throws `decision-not-found`, `decision-closed`,
   * `confirm-own`, `decides-for-oneself`, `nomination-held`, `proposal-stale` where the rules say something else by now.
   */
  confirm(actor: Actor, campaignCode: string, phaseCode: string, id: string): Promise<DecisionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const open = await openPhase(manager, campaignCode, phaseCode);
      const { decision, nomination } = await decisionIn(manager, open, id, 'proposed');
      if (decision.decidedById === actor.id) throw new DomainError('confirm-own');
      requireMayDecide(actor, nomination);
      await requireNotHeld(manager, open.phase, nomination);
      await requireSameGround(manager, open, decision, nomination.code);
      const at = this.clock.now();
      // Before the results are published somebody decided without an award is so already.
      if (nomination.state !== 'decided') {
        await takeDrafts(manager, open);
        await takeStep(tx, nomination, 'decide', { actor, at });
      }
      await audit.record({
        action: 'award.confirm',
        subject: { type: 'decision', id },
        before: { status: decision.status, decidedBy: decision.decidedBy },
        after: { status: 'confirmed' },
      });
      const confirmed = { confirmedById: actor.id, confirmedBy: actor.name, confirmedAt: at };
      const columns = { status: 'confirmed' as const, ...confirmed, auditHead: await auditHead(manager) };
      await manager.update(DecisionRow, { id }, columns);
      return { ...decision, ...columns };
    });
  }

  /**
   * Takes back what nobody has confirmed yet, and frees the place; a lower award that it had replaced is in force again.
   * Throws `decision-not-found`, `decision-closed`, `reason-missing`, `reason-too-long`, `places-taken`.
   */
  takeBack(
    actor: Actor,
    campaignCode: string,
    phaseCode: string,
    { id, reason: typed }: { id: string; reason?: string },
  ): Promise<DecisionRow> {
    const reason = requiredReason(typed);
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await openPhase(tx.manager, campaignCode, phaseCode);
      const found = await decisionIn(tx.manager, open, id, 'proposed');
      await tx.audit.record({
        action: 'award.take-back',
        subject: { type: 'decision', id },
        before: { status: 'proposed' },
        after: { status: 'taken-back', reason },
      });
      const ending = { actor, at: this.clock.now(), reason };
      const row = await endDecision(tx, found.decision, 'taken-back', ending);
      await restoreReplaced(tx, open, found);
      return row;
    });
  }
}

/** Whether it departs from the proposal, or from what the authority has said, without a word why. */
function needsReason({ refusedBefore }: Candidate, outcome: string, reason: string | undefined): boolean {
  return givenReason(reason) === '' && (outcome !== 'awarded' || refusedBefore);
}
