import type { EntityManager } from 'typeorm';
import { AuditHead, HEAD } from './audit-head.entity';

/** The hash of the last link of the chain; inside a unit of work, that of the event just recorded. */
export async function auditHead(reader: EntityManager): Promise<string> {
  const { hash } = await reader.findOneByOrFail(AuditHead, { id: HEAD });
  return hash;
}
