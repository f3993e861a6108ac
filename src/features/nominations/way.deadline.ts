import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { deadlineKindOf } from '../../domain/phase-deadline';
import { message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import { deadlineOf } from '../deadlines/deadline.queries';
import type { NominationRow } from './nomination.entity';

/** What a step after its deadline says of itself. */
interface Late {
  late: true;
  /** The sender's own words, and beside them why the office let it through. */
  reason: string;
}

/**
 * Whether a unit may still send its nomination: a draft until the deadline of submission, a returned one until that of the
 * answer. Undefined in time; what to note when the office has let it be late. Throws `deadline-passed`.
 */
export async function requireInTime(
  manager: EntityManager,
  row: NominationRow,
  now: string,
  own = '',
): Promise<Late | undefined> {
  const kind = deadlineKindOf(row.state);
  const due = kind && (await deadlineOf(manager, row.phaseId, kind, now, row));
  if (!due?.late) return undefined;
  const [day, what] = [plainDay(due.due), message(`deadline.${due.kind}`)];
  if (due.closed) throw new DomainError('deadline-passed', { code: row.code, day, what });
  const allowed = message('way.late', {
    day,
    what,
    by: due.extension?.by ?? '',
    reason: due.extension?.reason ?? '',
  });
  return { late: true, reason: [own.trim(), allowed].filter(Boolean).join('\n') };
}
