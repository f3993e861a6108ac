/**
 * A code is unique within its phase, and a unit may not learn which codes others have. So a unit's codes begin with letters
 * that no other unit has, and nobody else gives a code that begins so: `PQLKH.01`.
 */
const MARK = '.';

/** The code that a unit gives: what it has typed, behind its own letters. */
export function unitCode(prefix: string, typed: string): string {
  return typed.startsWith(prefix + MARK) ? typed : `${prefix}${MARK}${typed}`;
}

/** The letters that a code begins with; null for a code of no unit's kind. */
export function prefixOf(code: string): string | null {
  const at = code.indexOf(MARK);
  return at > 0 ? code.slice(0, at) : null;
}
