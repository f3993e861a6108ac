import type { Campaign, TieBreak } from '../../src/domain/campaign';
import type { Nomination } from '../../src/domain/nomination';
import { compare, type Fraction, whole, ZERO } from './fraction';
import type { Score } from './score';

export interface Scored {
  nomination: Nomination;
  score: Score;
}

/** §3: the tie groups of a pool, best first; one code alone is a group of one. Withdrawn and not scored stand in none. */
export function rankingOf(campaign: Campaign, pool: Scored[]): Scored[][] {
  const ranked = pool.filter(({ score }) => score.total !== null);
  const groups: Scored[][] = [];
  for (const one of ranked) {
    const equals = groups.find((group) => group.some((other) => order(campaign, one, other) === 0));
    if (equals) equals.push(one);
    else groups.push([one]);
  }
  return groups.sort(([a], [b]) => (a && b ? order(campaign, a, b) : 0));
}

/** 1, 2, 2, 4: one more than the number of those in better groups. */
export function rankOf(groups: Scored[][], code: string): number | null {
  let before = 0;
  for (const group of groups) {
    if (group.some(({ nomination }) => nomination.code === code)) return before + 1;
    before += group.length;
  }
  return null;
}

function order(campaign: Campaign, a: Scored, b: Scored): number {
  const byTotal = compare(whole(b.score.total ?? 0), whole(a.score.total ?? 0));
  if (byTotal !== 0) return byTotal;
  for (const key of campaign.tieBreaks) {
    const byKey = compare(valueOf(campaign, key, b), valueOf(campaign, key, a));
    if (byKey !== 0) return byKey;
  }
  return 0;
}

/** What a tie-break looks at, as a number of which more is better. */
function valueOf(campaign: Campaign, key: TieBreak, one: Scored): Fraction {
  const { nomination } = one;
  if (key === 'votes') return whole(mostYes(nomination));
  if (key === 'women') return whole(isWomen(nomination) ? 1 : 0);
  if (key === 'direct') return whole(nomination.positionClass === 'direct' ? 1 : 0);
  if (key === 'smaller') return whole(-(nomination.members ?? Number.MAX_SAFE_INTEGER));
  const code = key.slice(key.indexOf(':') + 1);
  return key.startsWith('criterion:')
    ? pointsOn(one, code)
    : whole(numberEntered(campaign, nomination, code));
}

function mostYes({ ballots }: Nomination): number {
  return Object.values(ballots).reduce((most, { yes }) => (yes > most ? yes : most), 0);
}

function isWomen({ subject, gender, members, women }: Nomination): boolean {
  if (subject === 'individual') return gender === 'female';
  if (subject !== 'collective' || members === undefined || women === undefined) return false;
  return women * 100 >= 70 * members;
}

function pointsOn({ score }: Scored, code: string): Fraction {
  return score.notApplicable.has(code) ? ZERO : (score.points.get(code) ?? ZERO);
}

function numberEntered({ scoring }: Campaign, { scores }: Nomination, code: string): number {
  if (scoring.official === 'council') return 0;
  const entry = scores[scoring.official]?.[code];
  if (typeof entry === 'number') return entry;
  return typeof entry === 'object' ? entry.done : 0;
}
