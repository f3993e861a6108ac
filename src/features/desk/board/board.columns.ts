import type { NominationState } from '../../../domain/nomination-state';
import { message } from '../../../platform/messages/message';
import type { UnitStanding } from './board.queries';

/** What the board tells apart, in the order of the way. */
const COLUMNS: readonly { code: string; states: readonly NominationState[] }[] = [
  { code: 'submitted', states: ['submitted'] },
  { code: 'returned', states: ['returned'] },
  { code: 'accepted', states: ['accepted'] },
  { code: 'appraised', states: ['appraised'] },
  { code: 'before-council', states: ['before-council'] },
  { code: 'held', states: ['held'] },
  { code: 'done', states: ['decided', 'notified', 'revoked'] },
  { code: 'withdrawn', states: ['withdrawn'] },
];

interface BoardColumn {
  label: string;
  /** The state that a list can be asked for; null where the column stands for several. */
  state: NominationState | null;
}

export function boardColumns(): BoardColumn[] {
  return COLUMNS.map(({ code, states }) => ({
    label: message(`desk.column.${code}`),
    state: states.length === 1 ? (states[0] ?? null) : null,
  }));
}

/** One number for each column. */
export function columnCounts({ counts }: Pick<UnitStanding, 'counts'>): number[] {
  return COLUMNS.map(({ states }) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0));
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The sums of the columns over all units. */
export function columnSums(standings: readonly UnitStanding[]): number[] {
  const rows = standings.map(columnCounts);
  return COLUMNS.map((_, at) => sumOf(rows.map((row) => row[at] ?? 0)));
}

export function hasSent({ counts }: Pick<UnitStanding, 'counts'>): boolean {
  return Object.keys(counts).length > 0;
}
