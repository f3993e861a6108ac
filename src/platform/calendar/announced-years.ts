import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../project';
import { isCalendarDay, isWeeklyRest } from './days';

/** What the law leaves to the announcement of each year (Labour Code 2019, Article 112.3), and what was swapped. */
interface AnnouncedYear {
  year: number;
  /** The first of the five days of Tết. */
  tetFrom: string;
  /** The day off beside 2 September. */
  besideNationalDay: string;
  daysOff?: string[];
  /** Saturdays and Sundays that are worked. */
  workingDays?: string[];
}

export interface HolidayFile {
  /** Days off of every year from `fromYear` on, `MM-DD`; no day in lieu of them. */
  everyYear: { day: string; fromYear: number }[];
  years: AnnouncedYear[];
}

/** Reads a file such as seeds/reference/holidays.yaml, which an office may edit. Throws an Error that names what is wrong. */
export function readHolidays(file = join(projectRoot, 'seeds', 'reference', 'holidays.yaml')): HolidayFile {
  const { everyYear = [], years = [] } = parse(readFileSync(file, 'utf8')) as Partial<HolidayFile>;
  const wrong = [
    ...everyYear.filter(({ day }) => !isCalendarDay(`2024-${day}`)).map(({ day }) => `everyYear: ${day}`),
    ...years.flatMap((year) => wrongDays(year).map((day) => `${year.year}: ${day}`)),
  ];
  if (wrong.length > 0) throw new Error(`${file}: ${wrong.join('; ')}`);
  return { everyYear, years };
}

/** Days that are none, are of another year, or are said to be worked though every such weekday is. */
function wrongDays({ year, tetFrom, besideNationalDay, daysOff = [], workingDays = [] }: AnnouncedYear) {
  const isWrong = (day: string) => !isCalendarDay(day) || !day.startsWith(`${year}-`);
  const isBeside = [`${year}-09-01`, `${year}-09-03`].includes(besideNationalDay);
  return [
    ...[tetFrom, ...daysOff].filter(isWrong),
    ...(isBeside ? [] : [besideNationalDay]),
    ...workingDays.filter((day) => isWrong(day) || !isWeeklyRest(day)),
  ];
}
