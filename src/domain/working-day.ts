import { nextDay, weekdayOf } from './calendar-day';
import type { Day } from './campaign';

/** The days that are not what their weekday says. Saturday and Sunday are rest days (Labour Code 2019, Article 111.1). */
export interface WorkingCalendar {
  /** Public holidays, days off in lieu of them, and working days that were swapped away. */
  readonly holidays: readonly Day[];
  /** Saturdays and Sundays that are worked instead. */
  readonly extraWorkingDays: readonly Day[];
}

export function isWorkingDay(day: Day, { holidays, extraWorkingDays }: WorkingCalendar): boolean {
  if (extraWorkingDays.includes(day)) return true;
  return weekdayOf(day) % 6 !== 0 && !holidays.includes(day);
}

/**
 * The n-th working day after `from`; the day of the event itself does not count (Civil Code 2015, Article 147.2).
 * n is a whole number of at least 0; 0 gives `from` back.
 */
export function addWorkingDays(from: Day, n: number, calendar: WorkingCalendar): Day {
  let day = from;
  for (let left = n; left > 0;) {
    day = nextDay(day);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
