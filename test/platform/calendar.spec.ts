import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addWorkingDays } from '../../src/domain/working-day';
import { readHolidays } from '../../src/platform/calendar/announced-years';
import { isWeeklyRest } from '../../src/platform/calendar/days';
import { calendarOfYear, vietnamCalendar } from '../../src/platform/calendar/vietnam';

/** Days off between Monday and Friday, and worked days of the weekend, as `MM-DD`. */
function shiftedDays(year: number) {
  const { holidays, extraWorkingDays } = vietnamCalendar(year);
  const short = (days: string[]) => days.map((day) => day.slice(5)).join(' ');
  return { off: short(holidays.filter((day) => !isWeeklyRest(day))), worked: short(extraWorkingDays) };
}

describe('the calendar of a year that was announced', () => {
  // Put together by hand from the announcements and from Articles 111.3 and 112.1, each year's weekdays off.
  it.each([
    [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', ''],
    [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [
      2026,
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
      '01-10 08-22',
    ],
  ])('%i is as it was announced', (year, off, worked) => {
    expect(shiftedDays(year)).toEqual({ off, worked });
    expect(vietnamCalendar(year).assumed).toEqual([]);
  });
});

describe('the calendar of a year that nobody has announced', () => {
  const nothing = { everyYear: [], years: [] };

  it('assumes Tết from two days before, National Day from 1 September, and says so', () => {
    const days = (list: string) => list.split(' ').map((day) => `2027-${day}`);
    const tet = '02-04 02-05 02-06 02-07 02-08 02-09 02-10';
    expect(calendarOfYear(2027, nothing)).toEqual({
      holidays: days(`01-01 ${tet} 04-16 04-30 05-01 05-03 09-01 09-02`),
      extraWorkingDays: [],
      assumed: days(`${tet} 09-01`),
    });
  });

  it.each([
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2030, '2030-02-02'],
  ])('%i: Tết is on %s, by the moon over Vietnam and not over China', (year, newYear) => {
    expect(calendarOfYear(year, nothing).assumed[2]).toBe(newYear);
  });

  it('gives a Saturday of Article 112 a day in lieu, and none to a day that other law adds', () => {
    const { holidays } = calendarOfYear(2029, { everyYear: [{ day: '11-24', fromYear: 2026 }], years: [] });
    expect(holidays.filter((day) => day > '2029-09-02')).toEqual(['2029-09-03', '2029-09-04', '2029-11-24']);
  });
});

it('working days are counted across Tết and the turn of the year', () => {
  const calendar = vietnamCalendar(2025, 2026);
  expect(addWorkingDays('2025-12-31', 2, calendar)).toBe('2026-01-06');
  expect(addWorkingDays('2025-12-31', 5, calendar)).toBe('2026-01-09');
  expect(addWorkingDays('2025-12-31', 6, calendar)).toBe('2026-01-10');
  expect(addWorkingDays('2026-02-13', 1, calendar)).toBe('2026-02-23');
});

it('a file that an office has edited wrongly is refused with every wrong day', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'holidays-')), 'holidays.yaml');
  writeFileSync(
    file,
    [
      'everyYear: [{ day: 13-01, fromYear: 2026 }]',
      'years:',
      "  - { year: 2027, tetFrom: '2027-02-30', besideNationalDay: '2027-09-04', workingDays: ['2027-05-07'] }",
      "  - { year: 2028, tetFrom: '2028-01-24', besideNationalDay: '2028-09-01', daysOff: ['2027-05-03'] }",
    ].join('\n'),
  );
  expect(() => readHolidays(file)).toThrow(
    `${file}: everyYear: 13-01; 2027: 2027-02-30; 2027: 2027-09-04; 2027: 2027-05-07; 2028: 2027-05-03`,
  );
});
