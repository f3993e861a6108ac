import { type EntityManager, In, Not } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import type { Transaction } from '../../platform/database/unit-of-work';
import { auditHead } from '../audit/audit.queries';
import type { OpenPhase } from '../campaigns/phase.queries';
import { NominationRow } from '../nominations/nomination.entity';
import { DecisionRow, type DecisionStatus } from './decision.entity';
import { freePlace, takePlace } from './place.store';

/** Those that hold a place. */
export const STANDING = In(['proposed', 'confirmed'] satisfies DecisionStatus[]);

/** The nomination of a decision, with the decision. */
export interface Decided {
  decision: DecisionRow;
  nomination: NominationRow;
}

/**
 * A decision of this phase that stands as it must for what is to be done with it. Throws `decision-not-found` or
 * `decision-closed` (somebody was faster, or it was not confirmed yet).
 */
export async function decisionIn(
  manager: EntityManager,
  { phase }: OpenPhase,
  id: string,
  status: DecisionStatus,
): Promise<Decided> {
  const decision = await manager.findOneBy(DecisionRow, { id, phaseId: phase.id });
  if (!decision) throw new DomainError('decision-not-found', { decision: id });
  const nomination = await manager.findOneByOrFail(NominationRow, { id: decision.nominationId });
  if (decision.status !== status) throw new DomainError('decision-closed', { code: nomination.code });
  return { decision, nomination };
}

/** Who ends a decision, when and why. */
export interface Ending {
  actor: Actor;
  at: string;
  reason: string;
  /** Of the paper, when there is one. */
  date?: string;
  document?: string;
}

/** Gives the place back and keeps the record; the caller has recorded the event. */
export async function endDecision(
  { manager }: Transaction,
  decision: DecisionRow,
  status: Exclude<DecisionStatus, 'proposed' | 'confirmed'>,
  { actor, at, reason, date, document }: Ending,
  replacedById: string | null = null,
): Promise<DecisionRow> {
  const columns = {
    status,
    placeId: null,
    endedOn: date ?? null,
    endDocument: document ?? null,
    endReason: reason,
    endedById: actor.id,
    endedBy: actor.name,
    endedAt: at,
    replacedById,
    isPublic: decision.isPublic && status !== 'refused' && status !== 'revoked',
    auditHead: await auditHead(manager),
  };
  await manager.update(DecisionRow, { id: decision.id }, columns);
  if (decision.placeId !== null) await freePlace(manager, decision.placeId);
  return { ...decision, ...columns };
}

/**
 * Puts back in force what a decision has replaced that is taken back itself: an award that two people gave does not vanish
 * because a third is no longer given. Throws `places-taken` where its place has been given to somebody else since.
 */
export async function restoreReplaced(
  { manager, audit }: Transaction,
  open: OpenPhase,
  { decision: { id }, nomination }: Decided,
): Promise<void> {
  const replaced = await manager.findOneBy(DecisionRow, { replacedById: id, status: 'replaced' });
  if (!replaced) return;
  const place = await takePlace(manager, open, nomination, replaced.award);
  const status: DecisionStatus = replaced.confirmedAt === null ? 'proposed' : 'confirmed';
  await audit.record({
    action: 'award.restore',
    subject: { type: 'decision', id: replaced.id },
    before: { status: 'replaced' },
    after: { status, place: place.ordinal },
  });
  const columns = {
    ...NEVER_ENDED,
    status,
    placeId: place.id,
    ordinal: place.ordinal,
    auditHead: await auditHead(manager),
  };
  await manager.update(DecisionRow, { id: replaced.id }, columns);
}

/** Throws `decisions-unconfirmed` while decisions of the phase wait for their second person. */
export async function requireAllConfirmed({ manager }: Transaction, phaseId: string): Promise<void> {
  const count = await manager.countBy(DecisionRow, { phaseId, status: 'proposed' });
  if (count > 0) throw new DomainError('decisions-unconfirmed', { count });
}

/** From now on the published results are the decisions in force. */
export async function makePublic({ manager }: Transaction, phaseId: string): Promise<void> {
  await manager.update(DecisionRow, { phaseId, status: Not('confirmed') }, { isPublic: false });
  await manager.update(DecisionRow, { phaseId, status: 'confirmed' }, { isPublic: true });
}

/** Of a decision that holds. */
export const NEVER_ENDED = {
  endedOn: null,
  endDocument: null,
  endReason: null,
  endedById: null,
  endedBy: null,
  endedAt: null,
  replacedById: null,
};
