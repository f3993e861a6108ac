import { type EntityManager, MoreThan } from 'typeorm';
import { AuditEventEntity } from './audit-event.entity';
import { HEAD } from './audit-head.entity';
import { linkHash } from './audit.record';

/** What a walk along the chain found. */
export interface AuditVerdict {
  ok: boolean;
  /** Links that the head counts. */
  count: number;
  /** The hash of the last link that the head names; 64 zeros for an empty chain. */
  head: string;
  /** The ordinal at which the chain first breaks. */
  firstBroken?: number;
}

interface Head {
  count: number;
  hash: string;
  /** The highest ordinal in the table, at the same moment. */
  last: number | null;
}

const BATCH = 1000;
const NO_HEAD: Head = { count: 0, hash: '', last: null };

/**
 * Walks the whole chain, while others may go on writing. Finds a link that was changed, removed, added or moved, also
 * at the end: the head row keeps the count and the last hash. Somebody who may rewrite the whole database can forge
 * links, hashes and head together; only a head that was printed on a decision shows that.
 */
export async function verifyAuditChain(reader: EntityManager): Promise<AuditVerdict> {
  const { count, hash: head, last } = await headOf(reader);
  let previous = '0'.repeat(64);
  for (let walked = 0; walked < count;) {
    const links = await linksAfter(reader, walked, Math.min(BATCH, count - walked));
    for (const link of links) {
      walked += 1;
      if (!follows(link, walked, previous)) return { ok: false, count, head, firstBroken: walked };
      previous = link.hash;
    }
    if (links.length === 0) return { ok: false, count, head, firstBroken: walked + 1 };
  }
  if (last !== null && last > count) return { ok: false, count, head, firstBroken: count + 1 };
  if (previous !== head) return { ok: false, count, head, firstBroken: Math.max(count, 1) };
  return { ok: true, count, head };
}

/** One statement, so that the count and the last ordinal are of the same moment. */
async function headOf(reader: EntityManager): Promise<Head> {
  const last = '(SELECT MAX("ordinal") FROM "audit_event") AS "last"';
  const heads: Head[] = await reader.query(
    `SELECT "count", "hash", ${last} FROM "audit_head" WHERE "id" = ${HEAD}`,
  );
  return heads[0] ?? NO_HEAD;
}

function linksAfter(reader: EntityManager, ordinal: number, take: number): Promise<AuditEventEntity[]> {
  return reader.find(AuditEventEntity, {
    where: { ordinal: MoreThan(ordinal) },
    order: { ordinal: 'ASC' },
    take,
  });
}

function follows({ hash, ...link }: AuditEventEntity, ordinal: number, previous: string): boolean {
  return link.ordinal === ordinal && link.previous === previous && linkHash(link) === hash;
}
