import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../domain/canonical';
import type { AuditEvent, AuditStamp } from '../../platform/database/audit-event';
import { sha256Hex } from '../../platform/hash';
import { AuditEventEntity } from './audit-event.entity';
import { AuditHead, HEAD } from './audit-head.entity';

/** Appends one event to the chain, inside the unit of work that it speaks of (law 4). */
export async function recordAuditEvent(
  manager: EntityManager,
  event: AuditEvent,
  { actor, at }: AuditStamp,
): Promise<void> {
  const head = await manager.findOneByOrFail(AuditHead, { id: HEAD });
  const link: Omit<AuditEventEntity, 'hash'> = {
    ordinal: head.count + 1,
    at,
    actorId: actor.id,
    actorKind: actor.kind,
    actorName: actor.name.normalize('NFC'),
    action: event.action,
    subjectType: event.subject.type,
    subjectId: event.subject.id.normalize('NFC'),
    before: kept(event.before),
    after: kept(event.after),
    previous: head.hash,
  };
  const hash = linkHash(link);
  await manager.insert(AuditEventEntity, { ...link, hash });
  await manager.update(AuditHead, { id: HEAD }, { count: link.ordinal, hash });
}

/** SHA-256 over the previous hash and the canonical JSON of the rest of the link. */
export function linkHash({ previous, ...content }: Omit<AuditEventEntity, 'hash'>): string {
  return sha256Hex(`${previous}${canonicalJson(content)}`);
}

function kept(value: unknown): string | null {
  return value === undefined ? null : canonicalJson(value);
}
