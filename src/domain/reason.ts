import { DomainError } from './domain-error';

/** The most letters of the reason for an act. */
export const LONGEST_REASON = 2_000;

/** The reason for an act as somebody has typed it; '' for none; `most` letters of it. Throws `reason-too-long`. */
export function givenReason(typed = '', most = LONGEST_REASON): string {
  const reason = typed.trim();
  if (reason.length > most) throw new DomainError('reason-too-long', { most });
  return reason;
}

/** As `givenReason`, of an act that nobody does without one. Throws `reason-missing` too. */
export function requiredReason(typed?: string): string {
  const reason = givenReason(typed);
  if (reason === '') throw new DomainError('reason-missing');
  return reason;
}
