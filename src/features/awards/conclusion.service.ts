import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { type NominationState, type Step, TRANSITIONS } from '../../domain/nomination-state';
import { type PassedOver, passedOver } from '../../domain/passed-over';
import { Clock } from '../../platform/clock/clock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { phaseTitle } from '../../domain/plan-names';
import { PhaseRow } from '../campaigns/phase.entity';
import { takeDraftsById } from '../campaigns/phase.desk';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { quotaStanding } from '../campaigns/quota.queries';
import { NominationRow } from '../nominations/nomination.entity';
import { type StepBy, takeStep } from '../nominations/way.store';
import { tellResults } from './award.notices';
import { makePublic, requireAllConfirmed } from './decision.store';
import { Evaluations } from './evaluations';
import { inPlanOrder } from './line-order';
import { eventsOf, standingByCode } from './succession';

/** What conclusion or publication has done. */
export interface Closing {
  phase: PhaseRow;
  /** Nominations that went on by it. */
  moved: number;
}

/** The two acts that end a phase: leadership ends the deciding, the office makes the results known. */
@Injectable()
export class ConclusionService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  /**
   * Whom `conclude` would pass over if it came now, by the rules on the phase as it stands; nobody once the deciding has
   * ended.
   */
  async passedOver({ phase, campaign }: OpenPhase): Promise<PassedOver[]> {
    if (phase.concludedAt !== null) return [];
    const { reader } = this.unitOfWork;
    const { evaluation } = await this.evaluations.ofPhase(phase);
    const lines = inPlanOrder(campaign, await quotaStanding(reader, { campaign, phase }));
    const { decided } = await eventsOf(reader, phase.id);
    const standing = standingByCode(decided);
    return passedOver(evaluation.pools, lines, (code) => standing.has(code));
  }

  /**
   * Ends the deciding: who is at work and has no award is decided without one. A held nomination stays held: it waits, and
   * may be concluded later in the same way. Throws `decisions-unconfirmed`, or `phase-conclusion-exists` where nothing is
   * left to conclude.
   */
  conclude(actor: Actor, campaignCode: string, phaseCode: string): Promise<Closing> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { phase, campaign } = await openPhase(tx.manager, campaignCode, phaseCode);
      const named = { phase: phaseTitle(campaign, phase.code) };
      await requireAllConfirmed(tx, phase.id);
      const rows = await waiting(tx.manager, phase.id, AT_WORK);
      if (phase.concludedAt !== null && rows.length === 0)
        throw new DomainError('phase-conclusion-exists', named);
      const concludedAt = phase.concludedAt ?? this.clock.now();
      await tx.manager.update(PhaseRow, { id: phase.id }, { concludedAt });
      await this.move(tx, actor, rows, 'decide');
      await tx.audit.record({
        action: 'phase.conclude',
        subject: { type: 'phase', id: phase.id },
        before: { concludedAt: phase.concludedAt },
        after: { concludedAt, withoutAward: rows.length },
      });
      return { phase: { ...phase, concludedAt }, moved: rows.length };
    });
  }

  /**
   * Makes the results known: whatever is decided is notified, and each unit is told. After a later decision it is done again. Throws
   * `phase-not-concluded`, `decisions-unconfirmed`, or `publication-exists` where nothing new is to be made known.
   */
  publish(actor: Actor, campaignCode: string, phaseCode: string): Promise<Closing> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { phase, campaign } = await openPhase(tx.manager, campaignCode, phaseCode);
      const named = { phase: phaseTitle(campaign, phase.code) };
      if (phase.concludedAt === null) throw new DomainError('phase-not-concluded', named);
      await requireAllConfirmed(tx, phase.id);
      const rows = await waiting(tx.manager, phase.id, ['decided']);
      if (phase.publishedAt !== null && rows.length === 0) throw new DomainError('publication-exists', named);
      const publishedAt = phase.publishedAt ?? this.clock.now();
      await tx.manager.update(PhaseRow, { id: phase.id }, { publishedAt });
      const by = await this.move(tx, actor, rows, 'notify');
      await makePublic(tx, phase.id);
      await tellResults(tx, { campaign, phase: phase.code }, rows, by);
      await tx.audit.record({
        action: 'phase.publish',
        subject: { type: 'phase', id: phase.id },
        before: { publishedAt: phase.publishedAt },
        after: { publishedAt, notified: rows.length },
      });
      return { phase: { ...phase, publishedAt }, moved: rows.length };
    });
  }

  private async move(
    tx: Transaction,
    actor: Actor,
    rows: readonly NominationRow[],
    step: Step,
  ): Promise<StepBy> {
    const by = { actor, at: this.clock.now() };
    const [first] = rows;
    if (first) await takeDraftsById(tx.manager, first.phaseId);
    for (const row of rows) await takeStep(tx, row, step, by);
    return by;
  }
}

const AT_WORK = TRANSITIONS.hold.from;

function waiting(
  manager: EntityManager,
  phaseId: string,
  states: readonly NominationState[],
): Promise<NominationRow[]> {
  return manager.find(NominationRow, { where: { phaseId, state: In([...states]) }, order: { code: 'ASC' } });
}
