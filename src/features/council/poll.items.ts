import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { ItemRow } from './item.entity';

/** The named questions of a session, in the order of its agenda. Throws `item-not-found`, and `item-unchosen` when none is named. */
export async function itemsIn(
  manager: EntityManager,
  sessionId: string,
  ids: readonly string[],
): Promise<ItemRow[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) throw new DomainError('item-unchosen');
  const found = await manager.find(ItemRow, {
    where: { sessionId, id: In(wanted) },
    order: { ordinal: 'ASC' },
  });
  const missing = wanted.find((id) => !found.some((item) => item.id === id));
  if (missing !== undefined) throw new DomainError('item-not-found', { item: missing });
  return found;
}
