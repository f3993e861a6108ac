import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { takePhaseById } from '../campaigns/phase.desk';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { requireRight } from '../nominations/nomination.desk';
import { takeStep } from '../nominations/way.store';
import { tellEnd } from './award.notices';
import type { DecisionRow } from './decision.entity';
import { decisionIn, endDecision } from './decision.store';
import { type Paper, requirePaper } from './paper';

/** Why an award in force is no longer, and by which paper. */
interface EndOfAward extends Paper {
  /** Id of the decision. */
  id: string;
}

/** What may come of an award in force: the authority refuses it, or it is revoked. */
@Injectable()
export class DecisionEndService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The authority to which the award was proposed has refused it: the place is free for the next in line, the record
   * stays. No input of the ranking changes by it, so the proposal goes on. Throws `decision-not-found`, `decision-closed`,
   * `award-decided-here` or InputRefused.
   */
  refuse(actor: Actor, campaignCode: string, phaseCode: string, end: EndOfAward): Promise<DecisionRow> {
    requirePaper(end);
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await openPhase(tx.manager, campaignCode, phaseCode);
      const found = await decisionIn(tx.manager, open, end.id, 'confirmed');
      requireProposedElsewhere(open, found.decision);
      await tx.audit.record({
        action: 'award.refuse',
        subject: { type: 'decision', id: end.id },
        before: { status: 'confirmed' },
        after: { status: 'refused', ...paperOf(end) },
      });
      const ending = { ...end, actor, at: this.clock.now() };
      await tellEnd(tx, open, 'award-refused', found, ending);
      return endDecision(tx, found.decision, 'refused', ending);
    });
  }

  /**
   * Revokes an award (Luật Thi đua, khen thưởng Điều 93.2). The nomination has no rank any more: a change of inputs, on
   * which a new proposal is made before somebody else is given the place. Throws `decision-not-found`, `decision-closed`,
   * `not-in-this-state` or InputRefused.
   */
  revoke(actor: Actor, campaignCode: string, phaseCode: string, end: EndOfAward): Promise<DecisionRow> {
    requirePaper(end);
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await openPhase(tx.manager, campaignCode, phaseCode);
      const found = await decisionIn(tx.manager, open, end.id, 'confirmed');
      requireRight(actor, 'allocation.revoke', found.nomination);
      const ending = { ...end, actor, at: this.clock.now() };
      await takePhaseById(tx.manager, open.phase.id);
      await takeStep(tx, found.nomination, 'revoke', ending);
      await tx.audit.record({
        action: 'award.revoke',
        subject: { type: 'decision', id: end.id },
        before: { status: 'confirmed' },
        after: { status: 'revoked', ...paperOf(end) },
      });
      await tellEnd(tx, open, 'award-revoked', found, ending);
      return endDecision(tx, found.decision, 'revoked', ending);
    });
  }
}

function paperOf({ date, document, reason }: EndOfAward) {
  return { date, document, reason };
}

/** What this office decides itself, nobody above refuses. */
function requireProposedElsewhere({ campaign }: OpenPhase, { award: code }: DecisionRow): void {
  const award = campaign.awards.find((each) => each.code === code);
  if (award?.authority === 'own') throw new DomainError('award-decided-here', { award: award.name });
}
