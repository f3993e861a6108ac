import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { type TakenPhase, takePhaseById } from '../campaigns/phase.desk';
import { PlaceRow } from '../campaigns/place.entity';
import { NominationRow } from './nomination.entity';
import { nominationById } from './nomination.queries';

/** A nomination on the desk: to be changed, by the rules of its phase. */
export interface OnDesk {
  row: NominationRow;
  open: TakenPhase;
}

/**
 * Loads a nomination for a change. Throws `nomination-not-found`, `nomination-closed` (it holds a place: what was
 * decided on stays as it was) or `nomination-withdrawn`.
 */
export async function takeNomination(manager: EntityManager, id: string): Promise<OnDesk> {
  const row = await nominationById(manager, id);
  const { code } = row;
  if (await manager.existsBy(PlaceRow, { nominationId: id }))
    throw new DomainError('nomination-closed', { code });
  if (row.state === 'withdrawn') throw new DomainError('nomination-withdrawn', { code });
  return { row, open: await takePhaseById(manager, row.phaseId) };
}

/** Counts a change of a part as one of the nomination: whoever edits the whole must have seen it. Gives the new version. */
export async function countChange(manager: EntityManager, row: NominationRow, at: string): Promise<number> {
  const version = row.version + 1;
  await manager.update(NominationRow, { id: row.id }, { version, updatedAt: at });
  return version;
}
