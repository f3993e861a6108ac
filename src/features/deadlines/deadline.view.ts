import { DEADLINE_KINDS } from '../../domain/phase-deadline';
import type { DeadlineOverrideRow } from './deadline-override.entity';
import { type Due, type PhaseDeadlines, dueOf } from './due';
import type { PhaseDeadlineRow } from './phase-deadline.entity';

/** A deadline as the API gives it; `due` is absent where it depends on the day of each return. */
export function deadlineView(row: PhaseDeadlineRow, now: string) {
  const { kind, day, workingDays, countedFrom: from, basis, source, version, by, at } = row;
  const due = dueOf({ rows: [row], overrides: [] }, kind, now);
  return { kind, day, workingDays, from, basis, source, version, by, at, ...(due && { due: dueView(due) }) };
}

function dueView({ due: day, daysLeft, late, assumed }: Due) {
  return { day, daysLeft, late, assumed };
}

export function deadlineListView({ rows }: PhaseDeadlines, now: string) {
  return DEADLINE_KINDS.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []).map((row) =>
    deadlineView(row, now),
  );
}

export function overrideView({ id, kind, unitId, nominationId, until, reason, by, at }: DeadlineOverrideRow) {
  return { id, kind, unit: unitId, nomination: nominationId, until, reason, by, at };
}
