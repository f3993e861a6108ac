import type { EntityManager } from 'typeorm';
import type { NominationState } from '../../domain/nomination-state';
import { Kept } from '../../platform/kept';
import type { PhaseMoment } from '../campaigns/phase.queries';

/** How many nominations of a phase are in one state; states that none is in are left out. */
export interface StateCount {
  phaseId: string;
  state: NominationState;
  count: number;
}

/** To count ten thousand nominations takes longer than all else on a first page: kept until one of them moves. */
const kept = new Kept<StateCount[]>();

/** The nominations of all opened phases by their states, counted as of these moments: one query at most. */
export function stateCounts(reader: EntityManager, phases: readonly PhaseMoment[]): Promise<StateCount[]> {
  const moments = phases.map(({ id, inputVersion, draftVersion }) => [id, inputVersion, draftVersion]);
  return kept.of(moments, async () => {
    const rows = await reader.sql<(Omit<StateCount, 'count'> & { count: number | string })[]>`
      SELECT "phaseId", "state", COUNT(*) AS "count" FROM "nomination" GROUP BY "phaseId", "state"`;
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  });
}

/** How many nominations of one phase are in each state. */
export function statesOf(
  counts: readonly StateCount[],
  phaseId: string,
): ReadonlyMap<NominationState, number> {
  return new Map(counts.filter((each) => each.phaseId === phaseId).map(({ state, count }) => [state, count]));
}
