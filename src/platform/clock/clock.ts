/** The only place that asks for the time; tests put a frozen one in its place. */
export class Clock {
  /** The present instant in UTC, `2026-03-01T02:03:04.567Z`: instants compare as strings. */
  now(): string {
    return new Date().toISOString();
  }

  /** The calendar day at the present instant in a time zone such as `Asia/Ho_Chi_Minh`, `YYYY-MM-DD`. */
  today(timezone: string): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(
      new Date(this.now()),
    );
  }
}
