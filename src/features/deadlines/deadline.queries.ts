import type { EntityManager } from 'typeorm';
import type { DeadlineKind } from '../../domain/phase-deadline';
import { DeadlineOverrideRow } from './deadline-override.entity';
import { type Bound, type Due, type PhaseDeadlines, dueOf } from './due';
import { PhaseDeadlineRow } from './phase-deadline.entity';

/** For pages of many nominations: two queries, then `dueOf` for each. With `unitId`, what was allowed to that unit only. */
export async function deadlinesOf(
  reader: EntityManager,
  phaseId: string,
  { unitId }: { unitId?: string } = {},
): Promise<PhaseDeadlines> {
  const rows = await reader.findBy(PhaseDeadlineRow, { phaseId });
  const overrides = await reader.find(DeadlineOverrideRow, {
    where: { phaseId, ...(unitId !== undefined && { unitId }) },
    order: { ordinal: 'DESC' },
  });
  return { rows, overrides };
}

/**
 * One deadline of a phase at an instant in UTC, for a nomination where that is given: its day, the days left, whether it
 * has passed. Undefined when nobody has set it.
 */
export async function deadlineOf(
  reader: EntityManager,
  phaseId: string,
  kind: DeadlineKind,
  now: string,
  nomination?: Bound,
): Promise<Due | undefined> {
  return dueOf(await deadlinesOf(reader, phaseId, { unitId: nomination?.unitId }), kind, now, nomination);
}
