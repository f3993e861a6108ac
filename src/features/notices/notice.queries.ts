import type { EntityManager } from 'typeorm';
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

/** Asked for every page, and so in plain SQL. */
export async function unreadOf(reader: EntityManager, personId: string): Promise<number> {
  const [found] = await reader.sql<{ unread: number | string }[]>`
    SELECT COUNT(*) AS "unread" FROM "notice" WHERE "personId" = ${personId} AND "readAt" IS NULL`;
  return Number(found?.unread ?? 0);
}
