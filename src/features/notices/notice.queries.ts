import { type EntityManager, IsNull } from 'typeorm';
import { findPage } from '../../platform/database/find-page';
import { NoticeRow } from './notice.entity';

/** One page of a person's notices, the newest first, and how many there are. */
export function noticesOf(
  reader: EntityManager,
  personId: string,
  range: { skip: number; take: number },
): Promise<[NoticeRow[], number]> {
  return findPage(reader, NoticeRow, {
    where: { personId },
    order: { createdAt: 'DESC', id: 'DESC' },
    ...range,
  });
}

export function unreadOf(reader: EntityManager, personId: string): Promise<number> {
  return reader.countBy(NoticeRow, { personId, readAt: IsNull() });
}
