import type { Actor } from '../../domain/access';
import {
  type NominationState,
  type Step,
  TRANSITIONS,
  isInRound,
  stateAfter,
} from '../../domain/nomination-state';
import { requiredReason } from '../../domain/reason';
import { newId } from '../../platform/database/new-id';
import type { Transaction } from '../../platform/database/unit-of-work';
import { takePhaseById } from '../campaigns/phase.desk';
import { EvidenceFileRow } from './evidence-file.entity';
import { NominationStepRow } from './nomination-step.entity';
import { NominationRow } from './nomination.entity';
import { notInThisState } from './seen-state';
import { tellStep } from './way.notices';

/** Who takes a step, when, and why. */
export interface StepBy {
  actor: Actor;
  at: string;
  reason?: string;
  /** After its deadline, by an override of the office. */
  late?: boolean;
}

/**
 * Takes a nomination one step further on its way: the one place that changes a state. The caller asks whether the actor may,
 * and has counted a version of the phase up (`takePhase`, `takeDrafts`), by which lists know that they must count anew. Throws `not-in-this-state` or `reason-missing`.
 */
export async function takeStep(
  tx: Transaction,
  row: NominationRow,
  step: Step,
  by: StepBy,
): Promise<NominationRow> {
  const to = stateAfter(row.state, step, row.stateBefore);
  if (to === undefined) throw notInThisState(by.actor, row);
  const isRequired = TRANSITIONS[step].reason === 'required';
  const reason = (isRequired ? requiredReason(by.reason) : by.reason?.trim()) || null;
  const hidden = step === 'hold' || step === 'resume' || step === 'decide';
  const columns = {
    state: to,
    stateBefore: beforeOf(row, to),
    stateSince: hidden ? row.stateSince : by.at,
    version: row.version + 1,
    updatedAt: by.at,
  };
  await tx.manager.update(NominationRow, { id: row.id }, columns);
  // What enters or leaves the round changes what a proposal is made from.
  if (isInRound(row.state) !== isInRound(to)) await takePhaseById(tx.manager, row.phaseId);
  // Nobody reads a discarded draft any more: its files take no room of the unit's.
  if (step === 'discard') await tx.manager.delete(EvidenceFileRow, { nominationId: row.id });
  await noteStep(tx, row.id, { step, fromState: row.state, toState: to, reason }, by);
  await tx.audit.record({
    action: `nomination.${step}`,
    subject: { type: 'nomination', id: row.id },
    before: { state: row.state },
    after: { state: to, reason, ...(by.late && { late: true }) },
  });
  await tellStep(tx, row, step, by);
  return { ...row, ...columns };
}

/** Held or decided, it keeps the state that its unit has seen last. */
function beforeOf({ state, stateBefore }: NominationRow, to: NominationState): NominationState | null {
  if (to !== 'held' && to !== 'decided') return null;
  return state === 'held' ? stateBefore : state;
}

/** How a nomination came to be, as the first step of its way. */
export function noteEntry(tx: Transaction, { id, state }: NominationRow, by: StepBy): Promise<void> {
  return noteStep(tx, id, { step: 'enter', fromState: null, toState: state, reason: null }, by);
}

interface Move {
  step: NominationStepRow['step'];
  fromState: NominationState | null;
  toState: NominationState;
  reason: string | null;
}

async function noteStep(
  { manager }: Transaction,
  nominationId: string,
  move: Move,
  { actor, at, late = false }: StepBy,
): Promise<void> {
  const last = await manager.maximum(NominationStepRow, 'ordinal', { nominationId });
  const row: NominationStepRow = {
    id: newId(),
    nominationId,
    ordinal: (last ?? 0) + 1,
    ...move,
    late,
    byId: actor.id,
    by: actor.name,
    at,
  };
  await manager.insert(NominationStepRow, row);
}
