import type { AwardResult } from './outcome';

/** What the rules give in one pool. */
export interface PoolAwards {
  criteriaSet: string;
  awards: readonly Pick<AwardResult, 'award' | 'recipients' | 'pending'>[];
}

/** A quota line with the places that decisions have taken. */
export interface TakenPlaces {
  award: string;
  criteriaSet: string;
  /** null while nobody has said how many. */
  max: number | null;
  taken: number;
}

/** The places of one award and pool that would stay empty although the rules have somebody for them. */
export interface PassedOver {
  award: string;
  criteriaSet: string;
  /** Left to be given. */
  places: number;
  /** Codes to whom the rules give the award and who hold none, in ranking order. */
  recipients: string[];
  /** Codes of an open tie who hold none: people have to settle it first. */
  pending: string[];
}

/**
 * Where to end the deciding now would pass somebody over (law 5: the rules propose, people decide), in the order of `lines`.
 * Says nothing of a line that is full or has no number, nor of one for which the rules have nobody left.
 */
export function passedOver(
  pools: readonly PoolAwards[],
  lines: readonly TakenPlaces[],
  holdsAward: (code: string) => boolean,
): PassedOver[] {
  const left = (codes: readonly string[]) => codes.filter((code) => !holdsAward(code));
  return lines.flatMap(({ award, criteriaSet, max, taken }) => {
    const pool = pools.find((each) => each.criteriaSet === criteriaSet);
    const result = pool?.awards.find((each) => each.award === award);
    const places = (max ?? 0) - taken;
    if (!result || places <= 0) return [];
    const [recipients, pending] = [left(result.recipients), left(result.pending)];
    return recipients.length + pending.length > 0
      ? [{ award, criteriaSet, places, recipients, pending }]
      : [];
  });
}
