import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { momentText, plainDay } from '../../platform/text/vietnam-time';
import { deadlineLabel } from '../deadlines/deadlines-page.view';
import { type PhaseDeadlines, dueOf } from '../deadlines/due';
import { dueText } from '../deadlines/due.text';
import type { GrantedLine, Returned } from './lateness.queries';

/** What the office has allowed, the latest first. */
export function grantedSheet(phase: string, lines: readonly GrantedLine[]): ListSheet {
  return sheetOf(message('list.title.granted', { phase }), lines, [
    ['unit', 40, ({ unit }) => unit],
    ['code', 20, ({ code }) => code ?? message('lateness.whole-unit')],
    ['task', 34, ({ kind }) => deadlineLabel(kind)],
    ['until', 20, ({ until }) => (until === null ? message('lateness.no-end') : plainDay(until))],
    ['reason', 60, ({ reason }) => reason],
    ['allowed-by', 28, ({ by }) => by],
    ['allowed-at', 20, ({ at }) => momentText(at)],
  ]);
}

/** The returned nominations that a unit is mending, the longest returned first. */
export function returnedSheet(
  phase: string,
  lines: readonly Returned[],
  { deadlines, now }: { deadlines: PhaseDeadlines; now: string },
): ListSheet {
  const due = (line: Returned) => dueOf(deadlines, 'answer', now, line);
  return sheetOf(message('list.title.returned', { phase }), lines, [
    ['code', 14, ({ code }) => code],
    ['name', 40, ({ name }) => name],
    ['unit', 40, ({ unit }) => unit],
    [
      'due',
      50,
      (line) => {
        const found = due(line);
        return found ? dueText(found) : message('lateness.no-deadline');
      },
    ],
  ]);
}
