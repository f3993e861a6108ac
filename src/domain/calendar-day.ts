import type { Day } from './campaign';

/** Hours that Vietnam is ahead of UTC, all year round: no summer time since 1975. */
const AHEAD = 7;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}(?:\.\d+)?Z$/;

/** True for a day that the calendar knows, written `YYYY-MM-DD`. */
export function isDay(written: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (!parts) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return year > 0 && date >= 1 && date <= daysIn(month, year);
}

export function nextDay(day: Day): Day {
  const [year, month, date] = partsOf(day);
  if (date < daysIn(month, year)) return written(year, month, date + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return dayNumber(day) % 7;
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day in Vietnam (Asia/Ho_Chi_Minh) on which an instant in UTC falls, `2026-03-01T17:00:00.000Z` → `2026-03-02`.
 * Throws a RangeError for anything but such an instant.
 */
export function dayInVietnam(instant: string): Day {
  const [, day = '', hour = ''] = INSTANT.exec(instant) ?? [];
  if (!isDay(day)) throw new RangeError(`not an instant in UTC: ${instant}`);
  return Number(hour) + AHEAD >= 24 ? nextDay(day) : day;
}

/** Days since the Sunday before 1 March of the year 0 (Gregorian); years begin in March so that the odd day is the last. */
function dayNumber(day: Day): number {
  const [year, month, date] = partsOf(day);
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leapDays = whole(years, 4) - whole(years, 100) + whole(years, 400);
  return 365 * years + leapDays + whole(153 * months + 2, 5) + date + 2;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if ([4, 6, 9, 11].includes(month)) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

function whole(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function written(year: number, month: number, date: number): Day {
  return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(date)].join('-');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
