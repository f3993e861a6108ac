import type { NominationResult } from '../../../domain/evaluation';
import type { Round } from '../../../domain/nomination';

/** Yes votes over all members: `8/9`; null where nobody voted on the award. */
export function votesOn(award: string, { nomination }: NominationResult, { council }: Round): string | null {
  const ballot = nomination.ballots[award];
  if (!ballot) return null;
  return council ? `${ballot.yes}/${council.members}` : String(ballot.yes);
}
