import type { EntityManager } from 'typeorm';
import { findPage } from '../../platform/database/find-page';
import { AuditEventEntity } from './audit-event.entity';
import { AuditHead, HEAD } from './audit-head.entity';

/** The hash of the last link of the chain; inside a unit of work, that of the event just recorded. */
export async function auditHead(reader: EntityManager): Promise<string> {
  const { hash } = await reader.findOneByOrFail(AuditHead, { id: HEAD });
  return hash;
}

/** Newest first; of one subject, or of all. */
export function listEvents(
  reader: EntityManager,
  { subjectType, subjectId }: { subjectType?: string; subjectId?: string },
  range: { skip: number; take: number },
): Promise<[AuditEventEntity[], number]> {
  const where = {
    ...(subjectType !== undefined && { subjectType }),
    ...(subjectId !== undefined && { subjectId }),
  };
  return findPage(reader, AuditEventEntity, { where, order: { ordinal: 'DESC' }, ...range });
}
