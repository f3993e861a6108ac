/** Vietnam has been seven hours ahead of UTC, summer and winter, since 1975. */
const AHEAD_MS = 7 * 3_600_000;

/** An instant with the clock of Vietnam where that of UTC stands: `2026-11-22T15:04:09.000Z` for 15:04 there. */
export function inVietnam(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD_MS).toISOString();
}

/** The day in Vietnam on which an instant in UTC falls: `22/11/2026`. */
export function dayText(instant: string): string {
  return plainDay(inVietnam(instant).slice(0, 10));
}

/** As `dayText`, with the time of the day: `15:04, 22/11/2026`. */
export function momentText(instant: string): string {
  return `${inVietnam(instant).slice(11, 16)}, ${dayText(instant)}`;
}

/** The time of the day in Vietnam as documents write it: `08 giờ 05 phút`. */
export function timeInWords(instant: string): string {
  const [hour = '', minute = ''] = inVietnam(instant).slice(11, 16).split(':');
  return `${hour} giờ ${minute} phút`;
}

/** To the second, with the zone that it is told in: `22/11/2026 15:04:09 +07:00`. */
export function clockText(instant: string): string {
  return `${dayText(instant)} ${inVietnam(instant).slice(11, 19)} +07:00`;
}

/** `2026-11-22` → `22/11/2026`. */
export function plainDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/**
 * A day as people type it, `22/11/2026`, `22-11-2026` or `22112026`, as `2026-11-22`; anything else comes back as it is, for
 * the reader of days to refuse.
 */
export function typedDay(text: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isReal(written) ? written : text;
}

function isReal(day: string): boolean {
  const instant = Date.parse(day);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
