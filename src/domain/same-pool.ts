import type { Subject } from './campaign';

/** What tells one pool from another. */
export interface PoolKind {
  subject: Subject;
  audience?: string;
}

/** A nomination, a criteria set and a quota line meet by subject and audience; both without an audience match (spec §1, §5). */
export function samePool(a: PoolKind, b: PoolKind): boolean {
  return a.subject === b.subject && a.audience === b.audience;
}
