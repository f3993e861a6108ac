import { nextDay } from '../../domain/calendar-day';
import type { Day } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import type { Due } from './due';
import { ruleOf } from './due';
import type { PhaseDeadlineRow } from './phase-deadline.entity';

/** `Hạn 20/11/2026, còn 5 ngày`, for whoever has to keep it. */
export function dueText({ due, daysLeft, extension }: Pick<Due, 'due' | 'daysLeft' | 'extension'>): string {
  const said = message('deadline.due.day', { day: plainDay(due), left: leftText(daysLeft) });
  if (daysLeft >= 0 || !extension) return said;
  return `${said}; ${allowedText(extension)}`;
}

/** `còn 5 ngày`, `hôm nay là hạn cuối`, `đã quá 3 ngày`. */
export function leftText(daysLeft: number): string {
  if (daysLeft === 0) return message('deadline.due.today');
  return daysLeft > 0
    ? message('deadline.due.left', { days: daysLeft })
    : message('deadline.due.late', { days: -daysLeft });
}

function allowedText({ until }: { until: Day | null }): string {
  return until === null
    ? message('deadline.due.allowed')
    : message('deadline.due.allowed-until', { day: plainDay(until) });
}

/** How a deadline is reckoned: a stated day, or so many working days after an event. */
export function ruleText(row: Pick<PhaseDeadlineRow, 'day' | 'workingDays' | 'countedFrom'>): string {
  const rule = ruleOf(row);
  if (rule.kind === 'day') return message('deadline.rule.day');
  const { days, from } = rule;
  if (from === undefined) return message('deadline.rule.return', { days });
  return message('deadline.rule.working-days', { days, day: plainDay(from) });
}

/** The holidays that a deadline rests on although nobody has announced them; '' when there are none. */
export function assumedText(assumed: readonly Day[]): string {
  if (assumed.length === 0) return '';
  return message('deadline.due.assumed', { days: runsOf(assumed).map(runText).join(', ') });
}

/** Days in a row as their first and last one. */
function runsOf(days: readonly Day[]): [first: Day, last: Day][] {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && nextDay(run[1]) === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function runText([first, last]: [Day, Day]): string {
  if (first === last) return plainDay(first);
  return message('deadline.due.run', { first: plainDay(first), last: plainDay(last) });
}
