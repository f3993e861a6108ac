const DAY = 86_400_000;

/** The day so many days later, or earlier where `days` is negative; days are `YYYY-MM-DD`. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Saturday and Sunday, the weekly rest of public offices. */
export function isWeeklyRest(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

/** True for a day that the calendar knows. */
export function isCalendarDay(text: string): boolean {
  const time = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && plusDays(text, 0) === text;
}
