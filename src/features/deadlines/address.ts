/** The page on which the office sets the deadlines of a phase. */
export function deadlinesAddress(code: string, phase: string): string {
  return `/van-phong/thoi-han/${encodeURIComponent(code)}/${encodeURIComponent(phase)}`;
}
