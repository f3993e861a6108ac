const WHEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day in Vietnam on which an instant in UTC falls: `22/11/2026`. */
export function dayText(instant: string): string {
  const { day, month, year } = partsOf(instant);
  return `${day}/${month}/${year}`;
}

/** As `dayText`, with the time of the day: `15:04, 22/11/2026`. */
export function momentText(instant: string): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}, ${dayText(instant)}`;
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
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(WHEN.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}
