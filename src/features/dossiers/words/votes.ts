import type { Threshold } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { Round } from '../../../domain/nomination';
import { roundHalfUp, scale } from '../../../domain/points';
import { message } from '../../../platform/messages/message';
import { points } from './formats';

/** Yes votes over all members: `8/9`; null where nobody voted on the award. */
export function votesOn(award: string, { nomination }: NominationResult, { council }: Round): string | null {
  const ballot = nomination.ballots[award];
  if (!ballot) return null;
  return council ? `${ballot.yes}/${council.members}` : String(ballot.yes);
}

/** `8` of `9` → `88,89`: percent, rounded half up; of nobody → an en dash. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '–' : points(roundHalfUp(scale(10_000, part, whole), 1));
}

/** A threshold in words: `từ 2/3 trở lên`, `trên 1/2`. */
export function shareWords({ kind, numerator, denominator }: Threshold): string {
  return message(`share.${kind}`, { share: `${numerator}/${denominator}` });
}
