import { DomainError } from '../../domain/domain-error';

/** An index entry of PostgreSQL holds no longer key. */
export const LONGEST_UNIT_NAME = 300;

/** A name as it was typed, composed and on one line, without spaces around it or twice within. */
export function tidyUnitName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The name of a unit as it is kept, however it comes in. Throws `unit-name-missing` or `unit-name-long`. */
export function acceptedUnitName(typed: string): string {
  const name = tidyUnitName(typed);
  if (name === '') throw new DomainError('unit-name-missing');
  if (name.length > LONGEST_UNIT_NAME) throw new DomainError('unit-name-long', { most: LONGEST_UNIT_NAME });
  return name;
}
