/** Longest stored key: a B-tree entry of PostgreSQL must stay below 2,700 bytes. */
const LONGEST = 600;
/** PostgreSQL knows the places of 16,383 words; a report of ten pages has some 5,000. */
const LONGEST_TEXT = 60_000;

/**
 * What people type when they search: lower case, no diacritics, đ as d, everything but letters and digits a single space.
 * `Sở Khoa học & Công nghệ` gives `so khoa hoc cong nghe`. Both engines compare it byte by byte.
 */
export function searchKey(...texts: string[]): string {
  return plainWords(texts).slice(0, LONGEST);
}

/** As `searchKey`, for whole reports: as much of it as one sheaf of paper holds. */
export function searchText(...texts: string[]): string {
  return plainWords(texts).slice(0, LONGEST_TEXT);
}

/** Every text that stands somewhere in a JSON value, in its order; keys are none. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function plainWords(texts: readonly string[]): string {
  return texts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
