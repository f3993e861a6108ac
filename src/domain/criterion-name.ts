import type { Criterion } from './campaign';

/** A mark of the plan (`a`, `đ`, `4b`), by which people call a criterion; a longer code is for files alone. */
export function isPlanMark(code: string): boolean {
  return /^[\p{L}\p{N}.]{1,3}$/u.test(code);
}

/** How a sentence names a criterion: by its mark; without one, by its text in quotation marks. */
export function criterionName({ code, text }: Pick<Criterion, 'code' | 'text'>): string {
  return isPlanMark(code) || text === '' ? code : `“${text}”`;
}
