import type { Day, Hundredths } from '../../../domain/campaign';
import { formatPoints } from '../../../domain/points';

/** `8750` → `87,50`; nothing → an en dash. */
export function points(value: Hundredths | null | undefined): string {
  return value === null || value === undefined ? '–' : formatPoints(value).replace('.', ',');
}

/** `2025-02-05` → `ngày 05 tháng 02 năm 2025`: a day below 10 and the months 1 and 2 get a 0 (NĐ 30/2020, Phụ lục I). */
export function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/** A day to be filled in by hand: `ngày      tháng      năm 2025`. */
export function blankDay(day: Day): string {
  return `ngày      tháng      năm ${day.slice(0, 4)}`;
}

/** A count as documents write it: `02`, `15`. */
export function count(value: number): string {
  return String(value).padStart(2, '0');
}

/** The letters of điểm: a, b, c, d, đ, e… as long as there are enough, else numbers. */
export function itemMarks(length: number): string[] {
  const letters = [...'abcdđeghiklmnopqrstuvxy'];
  return Array.from({ length }, (_, at) => (length <= letters.length ? `${letters[at]})` : `(${at + 1})`));
}

/** I, II, III… below 40. */
export function roman(value: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  const digits = [...String(value)];
  return 'X'.repeat(Number(digits.at(-2) ?? 0)) + (ones[Number(digits.at(-1))] ?? '');
}
