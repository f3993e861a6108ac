import type { EntityManager } from 'typeorm';
import { ConfirmationRow } from './confirmation.entity';

/** In the order in which they were written down; whether the asker may know of them is asked before. */
export function confirmationsOf(reader: EntityManager, nominationId: string): Promise<ConfirmationRow[]> {
  return reader.find(ConfirmationRow, { where: { nominationId }, order: { at: 'ASC', id: 'ASC' } });
}
