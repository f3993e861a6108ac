import type { AwardResult } from '../../../domain/evaluation';
import { awardName } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import type { Evaluated } from '../evaluations';
import type { OrderedPool } from '../pool-order';
import { codeAndUnit } from './person-words';
import { nomineeAddress } from './ranking-rows';

/** Somebody that a note speaks of. */
interface Named {
  name: string;
  detail: string;
  href: string;
}

/** A note names so many; all of them stand in the ranking. */
const MOST_NAMED = 20;

function moreText(count: number): string {
  return count > MOST_NAMED ? message('leader.more', { count: count - MOST_NAMED }) : '';
}

/** What people should know of a pool before they read its ranking: ties to resolve, minimums that moved somebody, the reserve. */
export function poolNotes(evaluated: Evaluated, { pool }: OrderedPool, base: string) {
  const { campaign, evaluation } = evaluated;
  const named = (code: string): Named[] => {
    const found = evaluation.nominations.get(code)?.nomination;
    return found ? [{ name: found.name, detail: codeAndUnit(found), href: nomineeAddress(base, code) }] : [];
  };
  // While a tie is open nobody can say whether a minimum is reached.
  const isOpen = pool.awards.some(({ pending }) => pending.length > 0);
  const calledAward = (code: string) => awardName(campaign, code);
  return {
    ties: pool.awards
      .filter(({ pending }) => pending.length > 0)
      .map(({ award, pending, places }) => ({
        title: message('leader.tie.title', { award: calledAward(award), count: pending.length }),
        text: message('leader.tie.text', { places }),
        resolve: resolveAddress(base, pool.criteriaSet, award),
        people: pending.slice(0, MOST_NAMED).flatMap(named),
        more: moreText(pending.length),
      })),
    kept: pool.awards
      .filter(isKept)
      .map((result) => keptNote(evaluated, pool.ranking, result, calledAward, named)),
    lacking: pool.awards
      .filter(({ shortfall }) => shortfall > 0 && !isOpen)
      .map(({ award, min, filled }) => message('leader.lacking', { award: calledAward(award), min, filled })),
    reserve: pool.awards
      .filter(({ reserve }) => reserve.length > 0)
      .map(({ award, reserve }) => ({
        heading: message('leader.reserve', { award: calledAward(award) }),
        people: reserve.flatMap(named),
      })),
  };
}

function resolveAddress(base: string, pool: string, award: string): string {
  return `${base}/dong-hang?${new URLSearchParams({ nhom: pool, 'hinh-thuc': award }).toString()}`;
}

function isKept({ offered, max, filled, pending }: AwardResult): boolean {
  return offered < max && filled === offered && pending.length === 0;
}

/** The swap that a minimum forced: who would have the higher award if nobody were kept for the lower one. */
function keptNote(
  { evaluation }: Evaluated,
  ranking: OrderedPool['pool']['ranking'],
  { award, offered, max }: AwardResult,
  awardName: (code: string) => string,
  named: (code: string) => Named[],
) {
  const kept = ranking
    .filter(({ outcomes }) => outcomes[award] === 'kept-for-minimum')
    .slice(0, max - offered);
  const people = kept
    .slice(0, MOST_NAMED)
    .flatMap(({ nomination: { code } }) =>
      named(code).map((person) => ({ ...person, gets: evaluation.nominations.get(code)?.award ?? null })),
    );
  return {
    title: message('leader.kept.title', { award: awardName(award), offered, max }),
    people: people.map(({ gets, ...person }) => ({
      ...person,
      gets: gets === null ? '' : awardName(gets),
    })),
    more: moreText(kept.length),
  };
}
