import { bandIndex } from './band';
import type { Award, CriteriaSet, Day, VoteRule } from './campaign';
import type { Verdict } from './outcome';
import type { Matter, Nomination, Round } from './nomination';
import type { Score } from './scoring';
import { hasQuorum, passes } from './voting';

export type RoundFacts = Pick<Round, 'campaign' | 'phase' | 'date' | 'council'>;

/** The first reason of spec §4 that applies. A held case is judged last: it waits, it is not rejected. */
export function judge(
  award: Award,
  set: CriteriaSet,
  nomination: Nomination,
  score: Score,
  round: RoundFacts,
): Verdict {
  const { requires } = award;
  if (nomination.state === 'withdrawn') return 'withdrawn';
  if (score.total === null) return 'not-scored';
  return (
    failedGate(score) ??
    barred(nomination, round) ??
    (requires.floor !== undefined && score.total < requires.floor ? 'below-floor' : null) ??
    (requires.band !== undefined && isBelowBand(set, score, requires.band) ? 'below-band' : null) ??
    (requires.vote ? judgeVote(requires.vote, award.code, nomination, round) : null) ??
    (nomination.matters.some((matter) => matter.status === 'pending' && covers(matter, round.date))
      ? 'hold'
      : null)
  );
}

export function failedGate({ failedGates }: Score): Verdict {
  if (failedGates.length === 0) return null;
  const gate = failedGates.find(({ effect }) => effect === undefined || 'ineligible' in effect);
  return gate ? `gate:${gate.code}` : null;
}

/** Luật 06/2022/QH15 Điều 5.2.c: one achievement, one award. */
function barred({ matters, awards }: Nomination, { campaign, phase, date }: RoundFacts): Verdict {
  if (matters.some((matter) => matter.status === 'upheld' && covers(matter, date))) return 'discipline';
  return awards.some((earlier) => earlier.campaign === campaign && earlier.phase === phase)
    ? 'already-awarded'
    : null;
}

export function isBelowBand(set: CriteriaSet, score: Score, required: string): boolean {
  return score.band === null || bandIndex(set, score.band) > bandIndex(set, required);
}

export function judgeVote(
  rule: VoteRule,
  award: string,
  { ballots }: Nomination,
  { council }: RoundFacts,
): Verdict {
  if (!council || !hasQuorum(rule, council)) return 'no-quorum';
  const ballot = ballots[award];
  if (!ballot) return 'not-voted';
  return passes(rule, council, ballot) ? null : 'vote-not-passed';
}

/** A missing end is open. */
export function covers({ from, to }: Pick<Matter, 'from' | 'to'>, date: Day): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
