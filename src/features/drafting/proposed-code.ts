import type { EntityManager } from 'typeorm';
import { searchKey } from '../../platform/text/search-key';

const MOST_INITIALS = 10;

/**
 * A free code for a new nomination of a unit: the first letters of its name and a running number, `PQLKH-01`. Letters of the
 * unit and not a number of the phase: nobody is told how many nominations others have made.
 */
export async function proposedCode(reader: EntityManager, phaseId: string, unit: string): Promise<string> {
  const prefix = `${initials(unit)}-`;
  const taken = await reader.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "phaseId" = ${phaseId} AND "code" LIKE ${`${prefix}%`}`;
  return firstFree(
    prefix,
    taken.map(({ code }) => code),
  );
}

export function initials(unit: string): string {
  const letters = searchKey(unit).split(' ').filter(Boolean);
  return (
    letters
      .map(([first = '']) => first.toUpperCase())
      .slice(0, MOST_INITIALS)
      .join('') || 'DV'
  );
}

export function firstFree(prefix: string, taken: readonly string[]): string {
  const codes = new Set(taken);
  let number = 1;
  while (codes.has(codeOf(prefix, number))) number += 1;
  return codeOf(prefix, number);
}

function codeOf(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(2, '0')}`;
}
