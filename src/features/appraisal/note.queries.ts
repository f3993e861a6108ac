import type { EntityManager } from 'typeorm';
import { type Actor, mayOn } from '../../domain/access';
import type { NominationRow } from '../nominations/nomination.entity';
import { OfficeNoteRow } from './office-note.entity';

/** The notes that the actor may read, the newest first: all with `note.read`, a unit those that were written for it. */
export async function notesFor(
  reader: EntityManager,
  actor: Actor,
  row: NominationRow,
): Promise<OfficeNoteRow[]> {
  const all = mayOn(actor, 'note.read', row);
  if (!all && !isOwn(actor, row)) return [];
  return reader.find(OfficeNoteRow, {
    where: { nominationId: row.id, ...(!all && { forUnit: true }) },
    order: { at: 'DESC', id: 'ASC' },
  });
}

function isOwn(actor: Actor, row: NominationRow): boolean {
  return actor.groups.includes('unit') && actor.unitId === row.unitId;
}
