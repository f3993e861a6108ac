import type { Line } from './lines';
import { type Page, millimetres } from './pdf';

export function isCentred(page: Page, line: Line): boolean {
  return Math.abs(middle(line) - areaMiddle(page)) < 6;
}

export function areaMiddle({ width }: Page): number {
  return ((31 + millimetres(width) - 16) / 2 / 25.4) * 72;
}

export function middle({ x, right }: Line): number {
  return (x + right) / 2;
}

/** A size to a tenth of a point: Chromium writes 11 points as 10.99, and a page that it made smaller as 12.91. */
export function points(size: number): number {
  return Math.round(size * 10) / 10;
}

export function say(is: boolean, departure: string): string[] {
  return is ? [departure] : [];
}
