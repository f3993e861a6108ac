import { DEADLINE_KINDS } from '../../domain/phase-deadline';
import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { deadlineLabel, deadlineLines } from './deadlines-page.view';
import type { PhaseDeadlines } from './due';

/** Every kind of deadline, set or not. */
export function deadlinesSheet(lead: string, deadlines: PhaseDeadlines, now: string): ListSheet {
  const set = new Map(deadlineLines(deadlines, now).map((line) => [line.kind, line]));
  return sheetOf(message('list.title.deadlines', { phase: lead }), DEADLINE_KINDS, [
    ['task', 40, deadlineLabel],
    ['last-day', 20, (kind) => lastDay(set.get(kind))],
    ['left', 24, (kind) => set.get(kind)?.left ?? ''],
    ['rule', 60, (kind) => set.get(kind)?.rule ?? ''],
    ['source', 60, (kind) => set.get(kind)?.source ?? ''],
    ['assumed', 24, (kind) => (set.get(kind)?.assumedRule ? message('list.assumed-rule') : '')],
    ['holidays', 40, (kind) => set.get(kind)?.assumed ?? ''],
  ]);
}

function lastDay(line: { day: string } | undefined): string {
  if (!line) return message('list.not-set');
  return line.day || message('list.each-its-own');
}
