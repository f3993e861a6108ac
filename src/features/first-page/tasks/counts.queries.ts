import type { EntityManager } from 'typeorm';
import type { NominationState } from '../../../domain/nomination-state';
import type { PhaseMoment } from '../../campaigns/phase.queries';
import type { Bound } from '../../deadlines/due';
import { stateCounts } from '../../nominations/state-counts.queries';

/** How many nominations of a phase are in one state. */
export interface StateCount {
  phaseId: string;
  state: NominationState;
  count: number;
}

type Counted = Omit<StateCount, 'count'> & { count: number | string };

const OF_OFFICE: readonly NominationState[] = ['submitted', 'accepted', 'appraised', 'held'];

/** What waits in the office, by phase and state; a draft is not the office's to count. */
export async function officeCounts(
  reader: EntityManager,
  phases: readonly PhaseMoment[],
): Promise<StateCount[]> {
  const counts = await stateCounts(reader, phases);
  return counts.filter(({ state }) => OF_OFFICE.includes(state));
}

/** What a unit has and has not thrown away, by phase; held and decided are not told apart from what they were. */
export async function unitCounts(reader: EntityManager, unitId: string): Promise<StateCount[]> {
  const lines = await reader.sql<Counted[]>`
    SELECT "phaseId", CASE WHEN "state" IN ('draft', 'returned') THEN "state" ELSE 'submitted' END AS "state",
      COUNT(*) AS "count" FROM "nomination" WHERE "unitId" = ${unitId} AND "state" <> 'discarded'
    GROUP BY "phaseId", CASE WHEN "state" IN ('draft', 'returned') THEN "state" ELSE 'submitted' END`;
  return lines.map(counted);
}

/** A nomination that came back to its unit. */
export type ReturnedCase = Bound & { phaseId: string };

/** The longest returned first. */
export function returnedCases(reader: EntityManager, unitId: string): Promise<ReturnedCase[]> {
  return reader.sql<ReturnedCase[]>`
    SELECT "id", "unitId", "phaseId", "state", "stateSince" FROM "nomination"
    WHERE "unitId" = ${unitId} AND "state" = 'returned' ORDER BY "stateSince", "code"`;
}

/** Accounts whose owner has not changed the first password yet. */
export async function unusedAccounts(reader: EntityManager): Promise<number> {
  const [found] = await reader.sql<{ count: number | string }[]>`
    SELECT COUNT(*) AS "count" FROM "person" WHERE "mustChangePassword" AND "disabledAt" IS NULL`;
  return Number(found?.count ?? 0);
}

/** Units that nobody with an account belongs to: they cannot send anything. */
export async function unitsWithoutAccount(reader: EntityManager): Promise<number> {
  const [found] = await reader.sql<{ count: number | string }[]>`
    SELECT COUNT(*) AS "count" FROM "unit" u
    WHERE NOT EXISTS (SELECT 1 FROM "person" p WHERE p."unitId" = u."id" AND p."disabledAt" IS NULL)`;
  return Number(found?.count ?? 0);
}

function counted(line: Counted): StateCount {
  return { ...line, count: Number(line.count) };
}
