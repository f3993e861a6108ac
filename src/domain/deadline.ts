import { dayInVietnam, daysBetween } from './calendar-day';
import type { Day } from './campaign';
import { type WorkingCalendar, addWorkingDays } from './working-day';

/** A day that a plan states, or so many working days after an event. */
export type Deadline = { kind: 'day'; day: Day } | { kind: 'working-days'; days: number; from: Day };

/** How an instant stands to a deadline. */
export interface Lateness {
  due: Day;
  /** Calendar days left in Vietnam: 0 on the last day, negative afterwards. */
  daysLeft: number;
  late: boolean;
}

/** The last day. One that a plan states holds as stated, be it a holiday. */
export function dueDay(deadline: Deadline, calendar: WorkingCalendar): Day {
  if (deadline.kind === 'day') return deadline.day;
  return addWorkingDays(deadline.from, deadline.days, calendar);
}

/**
 * A deadline ends at 24:00 of its last day (Civil Code 2015, Article 148.6), by the clock of Vietnam. `instant` is in UTC,
 * `2026-03-01T16:59:59.999Z`; throws a RangeError otherwise.
 */
export function lateness(deadline: Deadline, instant: string, calendar: WorkingCalendar): Lateness {
  const due = dueDay(deadline, calendar);
  const daysLeft = daysBetween(dayInVietnam(instant), due);
  return { due, daysLeft, late: daysLeft < 0 };
}
