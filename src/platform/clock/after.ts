/** The instant so many milliseconds later, earlier where they are negative. */
export function after(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
