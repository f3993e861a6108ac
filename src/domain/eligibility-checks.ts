import { articleOn } from './article';
import type { Award, CriteriaSet } from './campaign';
import { type RoundFacts, covers, failedGate, isBelowBand, judgeVote } from './eligibility';
import type { Matter, Nomination } from './nomination';
import type { Verdict } from './outcome';
import type { Score } from './scoring';

/** One requirement of an award, and how one nomination stands to it. */
export interface Check {
  kind: 'withdrawn' | 'scored' | 'gates' | 'discipline' | 'earlier' | 'floor' | 'band' | 'vote' | 'pending';
  /** What `judge` would say; null is met. */
  verdict: Verdict;
  /** The provision behind it, where one is known for the day of the decision. */
  article?: string;
}

/**
 * Every requirement of an award in the order of spec §4, each judged for itself: what `judge` says is the first that is not
 * met, here a person sees the others too. What needs a total is left out as long as there is none.
 */
export function eligibilityChecks(
  award: Award,
  set: CriteriaSet,
  nomination: Nomination,
  score: Score,
  round: RoundFacts,
): Check[] {
  const { floor, band, vote } = award.requires;
  const { total } = score;
  const scored: Check[] =
    total === null
      ? []
      : [
          ...(floor === undefined ? [] : [check('floor', total < floor ? 'below-floor' : null)]),
          ...(band === undefined ? [] : [check('band', isBelowBand(set, score, band) ? 'below-band' : null)]),
        ];
  return [
    check('withdrawn', nomination.state === 'withdrawn' ? 'withdrawn' : null),
    check('scored', total === null ? 'not-scored' : null),
    ...(set.criteria.some(({ role }) => role === 'gate') ? [check('gates', failedGate(score))] : []),
    check(
      'discipline',
      isAbout(nomination, 'upheld', round) ? 'discipline' : null,
      articleOn('discipline', round.date),
    ),
    check(
      'earlier',
      isAwarded(nomination, round) ? 'already-awarded' : null,
      articleOn('one-achievement', round.date),
    ),
    ...scored,
    ...(vote ? [check('vote', judgeVote(vote, award.code, nomination, round))] : []),
    check('pending', isAbout(nomination, 'pending', round) ? 'hold' : null, articleOn('hold', round.date)),
  ];
}

function check(kind: Check['kind'], verdict: Verdict, article?: string): Check {
  return { kind, verdict, ...(article !== undefined && { article }) };
}

function isAbout({ matters }: Nomination, status: Matter['status'], { date }: RoundFacts): boolean {
  return matters.some((matter) => matter.status === status && covers(matter, date));
}

function isAwarded({ awards }: Nomination, { campaign, phase }: RoundFacts): boolean {
  return awards.some((earlier) => earlier.campaign === campaign && earlier.phase === phase);
}
