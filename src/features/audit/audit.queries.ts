import { And, type EntityManager, Equal, type FindOperator, In, Raw } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import { findPage } from '../../platform/database/find-page';
import { AuditEventEntity } from './audit-event.entity';
import { AuditHead, HEAD } from './audit-head.entity';

/** The hash of the last link of the chain; inside a unit of work, that of the event just recorded. */
export async function auditHead(reader: EntityManager): Promise<string> {
  const { hash } = await reader.findOneByOrFail(AuditHead, { id: HEAD });
  return hash;
}

/** What is no case of anybody's: events about these hold no score and no vote. */
const OF_ACCOUNTS = ['installation', 'person', 'token', 'unit'];

/** A draft is its unit's own paper, and one that was thrown away was never sent. */
const SENT = (column: string) =>
  `${column} NOT IN (SELECT "id" FROM "nomination" WHERE "state" IN ('draft', 'discarded'))`;

/**
 * Newest first; of one subject, or of all. Who may not read cases finds only events of accounts and units, and nobody finds
 * those of a nomination that its unit has not sent.
 */
export function listEvents(
  reader: EntityManager,
  actor: Actor,
  { subjectType, subjectId }: { subjectType?: string; subjectId?: string },
  range: { skip: number; take: number },
): Promise<[AuditEventEntity[], number]> {
  const types = [...matching(subjectType), ...(may(actor, 'audit.read-cases') ? [] : [In(OF_ACCOUNTS)])];
  const where = {
    ...(types.length > 0 && { subjectType: And(...types) }),
    subjectId: And(...matching(subjectId), Raw(SENT)),
  };
  return findPage(reader, AuditEventEntity, { where, order: { ordinal: 'DESC' }, ...range });
}

function matching(value: string | undefined): FindOperator<string>[] {
  return value === undefined ? [] : [Equal(value)];
}
