import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';

/**
 * One change, as the audit keeps it: `action` such as `nomination.submit`, what it was done to, and the plain values
 * before and after (integers and text only: canonical JSON holds no fraction).
 */
export interface AuditEvent {
  action: string;
  subject: { type: string; id: string };
  before?: unknown;
  after?: unknown;
}

/** Who did it and when. */
export interface AuditStamp {
  actor: Actor;
  at: string;
}

/** Appends one event through the manager of the running unit of work. Given by the audit feature. */
export type RecordEvent = (manager: EntityManager, event: AuditEvent, stamp: AuditStamp) => Promise<void>;
