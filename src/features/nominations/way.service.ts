import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Right } from '../../domain/access';
import { mustWait } from '../../domain/entered';
import { canStep, type Step } from '../../domain/nomination-state';
import { givenReason } from '../../domain/reason';
import { Clock } from '../../platform/clock/clock';
import type { Transaction } from '../../platform/database/unit-of-work';
import { message } from '../../platform/messages/message';
import type { OpenPhase } from '../campaigns/phase.queries';
import { KeptFiles } from './kept-files';
import { MatterRow } from './matter.entity';
import { takeNomination } from './nomination.desk';
import { requireOpen } from './nomination.entry';
import type { NominationRow } from './nomination.entity';
import { requireInTime } from './way.deadline';
import { requireReady } from './way.ready';
import { type StepBy, takeStep } from './way.store';

/** The steps that people take one by one; holding follows from the matters, deciding from the awards. */
export const WAY_STEPS = [
  'submit',
  'return',
  'accept',
  'appraise',
  'reopen',
  'refer',
  'withdraw',
  'discard',
] as const;
export type WayStep = (typeof WAY_STEPS)[number];

/** The right that each step asks for. */
export const STEP_RIGHTS: Readonly<Record<WayStep, Right>> = {
  submit: 'nomination.submit',
  return: 'nomination.return',
  accept: 'nomination.accept',
  appraise: 'nomination.appraise',
  reopen: 'nomination.appraise',
  refer: 'nomination.refer',
  withdraw: 'nomination.withdraw',
  discard: 'nomination.discard',
};

/** Moves nominations along their way: the same steps for page, API and bulk (law 6). */
@Injectable()
export class WayService {
  constructor(
    @Inject(KeptFiles) private readonly kept: KeptFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Takes one step. Throws `nomination-not-found`, `nomination-closed`, `nomination-withdrawn`, `forbidden`,
   * `not-in-this-state`, `reason-missing`, `reason-too-long`, and what the step itself asks for: `nomination-incomplete`, `deadline-passed`
   * or `phase-closed` to submit, `appraisal-incomplete` or `appraisal-unexplained` to appraise.
   */
  take(
    actor: Actor,
    id: string,
    step: WayStep,
    { reason }: { reason?: string } = {},
  ): Promise<NominationRow> {
    return this.kept.run(actor, id, (tx) => this.takeIn(tx, actor, id, step, { reason }));
  }

  /** As `take`, inside the unit of work of several. */
  async takeIn(
    tx: Transaction,
    actor: Actor,
    id: string,
    step: WayStep,
    { reason }: { reason?: string },
  ): Promise<NominationRow> {
    const desk = await takeNomination(tx.manager, actor, STEP_RIGHTS[step], id);
    if (desk.row.state === 'draft' && step === 'submit') requireOpen(desk.open);
    await requireReady(tx, desk, step);
    const at = this.clock.now();
    const own = givenReason(reason);
    const late = step === 'submit' ? await requireInTime(tx.manager, desk.row, at, own) : undefined;
    const by = { actor, at, reason: own, ...late };
    return settleHold(tx, await takeStep(tx, desk.row, step, by), desk.open, by);
  }
}

/**
 * Holds a nomination with a pending matter that covers the day of the decision, and lets one go on whose matters are
 * cleared (NĐ 152/2025 Điều 4.4). To be called after every change of matters and after every step.
 */
export async function settleHold(
  tx: Transaction,
  row: NominationRow,
  { phase: { date } }: OpenPhase,
  { actor, at }: StepBy,
): Promise<NominationRow> {
  const matters = await tx.manager.findBy(MatterRow, { nominationId: row.id });
  const days = matters.map((matter) => ({
    ...matter,
    from: matter.from ?? undefined,
    to: matter.to ?? undefined,
    document: matter.document ?? undefined,
  }));
  const waits = mustWait({ matters: days }, date);
  const step: Step | undefined = waits ? 'hold' : 'resume';
  if (!canStep(row.state, step)) return row;
  return takeStep(tx, row, step, { actor, at, reason: message(`way.${step}`) });
}
