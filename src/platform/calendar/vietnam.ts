import Holidays from 'date-holidays';
import { type HolidayFile, readHolidays } from './announced-years';
import { isWeeklyRest, plusDays } from './days';

/** Days off on weekdays or not, and worked Saturdays and Sundays; all `YYYY-MM-DD`, ascending. */
export interface OfficeCalendar {
  holidays: string[];
  extraWorkingDays: string[];
  /** Those of `holidays` whose year has not been announced: the law fixes their number, not their date. */
  assumed: string[];
}

const lunar = new Holidays('VN');
const known = new Map<number, OfficeCalendar>();
let announced: HolidayFile | undefined;

/** The working calendar of Vietnamese public offices for the years `first` to `last`, with what seeds/reference/holidays.yaml announces. */
export function vietnamCalendar(first: number, last = first): OfficeCalendar {
  const years = Array.from({ length: last - first + 1 }, (_, index) => yearOf(first + index));
  return {
    holidays: years.flatMap(({ holidays }) => holidays),
    extraWorkingDays: years.flatMap(({ extraWorkingDays }) => extraWorkingDays),
    assumed: years.flatMap(({ assumed }) => assumed),
  };
}

/**
 * One year by the Labour Code 2019: the holidays of Article 112.1, the next working day in lieu of one on a Saturday or
 * Sunday (Article 111.3), and what the file says of the year. A year that it does not name is assumed to be like most:
 * Tết from two days before its first day, National Day on 1 and 2 September, nothing swapped.
 */
export function calendarOfYear(year: number, { everyYear, years }: HolidayFile): OfficeCalendar {
  const own = years.find((each) => each.year === year);
  const { newYear, hungKings } = lunarDays(year);
  const tet = fiveDays(own?.tetFrom ?? plusDays(newYear, -2));
  const beside = own?.besideNationalDay ?? `${year}-09-01`;
  const fixed = ['01-01', '04-30', '05-01', '09-02'].map((day) => `${year}-${day}`);
  const statutory = [...new Set([...fixed, hungKings, ...tet, beside])].sort();
  const others = everyYear.filter(({ fromYear }) => year >= fromYear).map(({ day }) => `${year}-${day}`);
  const inLieu = daysInLieu(statutory, [...others, ...(own?.daysOff ?? [])]);
  const open = [...tet, beside].flatMap((day) => [day, inLieu.get(day) ?? day]);
  return {
    holidays: [...new Set([...statutory, ...inLieu.values(), ...others, ...(own?.daysOff ?? [])])].sort(),
    extraWorkingDays: (own?.workingDays ?? []).toSorted(),
    assumed: own ? [] : [...new Set(open)].sort(),
  };
}

function yearOf(year: number): OfficeCalendar {
  announced ??= readHolidays();
  const calendar = known.get(year) ?? calendarOfYear(year, announced);
  known.set(year, calendar);
  return calendar;
}

/** The first day of the lunar year and the tenth of its third month, by the Vietnamese calendar (UTC+7). */
function lunarDays(year: number): { newYear: string; hungKings: string } {
  const days = lunar.getHolidays(year);
  const dayOf = (rule: string) => days.find((each) => each.rule === `vietnamese ${rule}`)?.date.slice(0, 10);
  const [newYear, hungKings] = [dayOf('1-0-1'), dayOf('3-0-10')];
  if (!newYear || !hungKings) throw new RangeError(`no lunar calendar for ${year}`);
  return { newYear, hungKings };
}

function fiveDays(from: string): string[] {
  return [0, 1, 2, 3, 4].map((days) => plusDays(from, days));
}

/** For each holiday on a weekly rest day the next working day, each day given once. */
function daysInLieu(holidays: readonly string[], others: readonly string[]): Map<string, string> {
  const off = new Set([...holidays, ...others]);
  const inLieu = new Map<string, string>();
  for (const holiday of holidays.filter(isWeeklyRest)) {
    let day = plusDays(holiday, 1);
    while (isWeeklyRest(day) || off.has(day)) day = plusDays(day, 1);
    inLieu.set(holiday, day);
    off.add(day);
  }
  return inLieu;
}
