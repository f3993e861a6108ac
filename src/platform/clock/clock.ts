/** The only place that asks for the time; tests put a frozen one in its place. */
export class Clock {
  /** The present instant in UTC, `2026-03-01T02:03:04.567Z`: instants compare as strings. */
  now(): string {
    return new Date().toISOString();
  }
}
