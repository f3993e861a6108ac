import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { ItemRow } from './item.entity';

/** The named questions of a session, in the order of its agenda. Throws `item-not-found`, also when none is named. */
export async function itemsIn(
  manager: EntityManager,
  sessionId: string,
  ids: readonly string[],
): Promise<ItemRow[]> {
  const wanted = [...new Set(ids)];
  const found = await manager.find(ItemRow, {
    where: { sessionId, id: In(wanted) },
    order: { ordinal: 'ASC' },
  });
  const missing = wanted.find((id) => !found.some((item) => item.id === id));
  if (missing !== undefined || found.length === 0)
    throw new DomainError('item-not-found', { item: missing ?? '' });
  return found;
}
