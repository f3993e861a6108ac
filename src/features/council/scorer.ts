import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import type { NominationRow } from '../nominations/nomination.entity';
import { isTooNear } from './item.queries';
import { type Seated, membersOfPhase } from './session.queries';

/** Whoever enters a paper sheet for a member: the office, and not a member. */
export function entersForOthers(actor: Actor): boolean {
  return may(actor, 'score.write');
}

/**
 * Whose sheet it is that the actor may fill: a member’s own, under the name of their seat; for the office that of any member
 * of the phase, and of anybody as long as no session has been planned. Throws `seat-without-vote`, `sheet-not-found` (another
 * member’s) or `member-unknown`.
 */
export async function scorerFor(
  manager: EntityManager,
  actor: Actor,
  { phaseId }: NominationRow,
  member: string,
): Promise<Seated | undefined> {
  const seats = await membersOfPhase(manager, phaseId);
  const seat = seats.find(({ name }) => name === member);
  if (entersForOthers(actor)) {
    if (!seat && seats.length > 0) throw new DomainError('member-unknown', { member });
    return seat;
  }
  if (!seats.some(({ personId }) => personId === actor.id)) throw new DomainError('seat-without-vote');
  if (seat?.personId !== actor.id) throw new DomainError('sheet-not-found', { member });
  return seat;
}

/** How a member has scored is theirs and the office’s to know. Throws `sheet-not-found`. */
export async function requireReadable(
  reader: EntityManager,
  actor: Actor,
  { phaseId }: NominationRow,
  member: string,
): Promise<void> {
  if (may(actor, 'allocation.read')) return;
  const seats = await membersOfPhase(reader, phaseId);
  if (!seats.some(({ name, personId }) => name === member && personId === actor.id))
    throw new DomainError('sheet-not-found', { member });
}

/** Throws `member-recused`. */
export function requireNotTooNear(seat: Seated | undefined, row: NominationRow): void {
  if (seat && isTooNear(seat, row, new Set()))
    throw new DomainError('member-recused', { member: seat.name, code: row.code });
}
