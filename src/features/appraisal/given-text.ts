import { DomainError } from '../../domain/domain-error';

const LONGEST = 5_000;

/** What the office has written beside a nomination; '' for nothing. Throws `text-too-long`. */
export function givenText(typed = ''): string {
  const text = typed.normalize('NFC').trim();
  if (text.length > LONGEST) throw new DomainError('text-too-long', { most: LONGEST });
  return text;
}
