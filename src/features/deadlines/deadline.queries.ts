import { type EntityManager, type FindOperator, IsNull, Not } from 'typeorm';
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
  return { rows, overrides: await allowancesOf(reader, phaseId, unitId) };
}

/**
 * What was allowed in a phase or in several, the latest first; with `unitId`, to that unit, and to single nominations whoever
 * sends them: a nomination keeps its allowance when its unit becomes part of another. `dueOf` picks what holds.
 */
export function allowancesOf(
  reader: EntityManager,
  phaseId: string | FindOperator<string>,
  unitId?: string,
): Promise<DeadlineOverrideRow[]> {
  const where =
    unitId === undefined
      ? { phaseId }
      : [
          { phaseId, unitId },
          { phaseId, nominationId: Not(IsNull()) },
        ];
  return reader.find(DeadlineOverrideRow, { where, order: { ordinal: 'DESC' } });
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
