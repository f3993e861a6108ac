import type { EntityManager } from 'typeorm';
import { type Actor, type Right, may, mayOn } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { isInRound } from '../../domain/nomination-state';
import { type TakenPhase, takeDraftsById, takePhaseById } from '../campaigns/phase.desk';
import { PlaceRow } from '../campaigns/place.entity';
import { NominationRow } from './nomination.entity';
import { visibleNomination } from './nomination.scope';
import { notInThisState, seesAll } from './seen-state';

/** A nomination on the desk: to be changed, by the rules of its phase. */
export interface OnDesk {
  row: NominationRow;
  open: TakenPhase;
}

/**
 * Loads a nomination for a change by somebody who has the right to it as it stands. Throws `nomination-not-found` (also for
 * another's), `nomination-closed` (it holds a place: what was decided on stays as it was), `nomination-withdrawn`,
 * `not-in-this-state` or `forbidden`.
 */
export async function takeNomination(
  manager: EntityManager,
  actor: Actor,
  right: Right,
  id: string,
): Promise<OnDesk> {
  const row = await visibleNomination(manager, actor, id);
  const { code } = row;
  if (row.state === 'withdrawn') throw new DomainError('nomination-withdrawn', { code });
  if (seesAll(actor) && (await holdsPlace(manager, id))) throw new DomainError('nomination-closed', { code });
  requireRight(actor, right, row);
  if (await holdsPlace(manager, id)) throw notInThisState(actor, row);
  const take = isInRound(row.state) ? takePhaseById : takeDraftsById;
  return { row, open: await take(manager, row.phaseId) };
}

/** Throws `forbidden` for whoever never has the right, and `not-in-this-state` for whoever has it at another time. */
export function requireRight(actor: Actor, right: Right, row: NominationRow): void {
  if (mayOn(actor, right, row)) return;
  if (!may(actor, right)) throw new DomainError('forbidden');
  throw notInThisState(actor, row);
}

function holdsPlace(manager: EntityManager, nominationId: string): Promise<boolean> {
  return manager.existsBy(PlaceRow, { nominationId });
}

/** Counts a change of a part as one of the nomination: whoever edits the whole must have seen it. Gives the new version. */
export async function countChange(manager: EntityManager, row: NominationRow, at: string): Promise<number> {
  const version = row.version + 1;
  await manager.update(NominationRow, { id: row.id }, { version, updatedAt: at });
  return version;
}
