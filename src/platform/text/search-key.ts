/** Longest stored key: a B-tree entry of PostgreSQL must stay below 2,700 bytes. */
const LONGEST = 600;

/**
 * What people type when they search: lower case, no diacritics, đ as d, everything but letters and digits a single space.
 * `Sở Khoa học & Công nghệ` gives `so khoa hoc cong nghe`. Both engines compare it byte by byte.
 */
export function searchKey(...texts: string[]): string {
  return texts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
