import type { TieBreak } from './campaign';
import { compareCodes } from './canonical';
import type { Nomination } from './nomination';
import { type Exact, compare } from './points';
import { type Score, ownPoints } from './scoring';
import type { ScoringContext } from './scoring-context';

/** A scored nomination of one pool. */
export interface Scored {
  nomination: Nomination;
  score: Score;
}

/** The first key that sets two nominations of equal total apart, or undefined for a tie. */
export function decidingTieBreak(
  context: ScoringContext,
  tieBreaks: readonly TieBreak[],
  a: Scored,
  b: Scored,
): TieBreak | undefined {
  return tieBreaks.find((key) => compare(keyOf(context, a, key), keyOf(context, b, key)) !== 0);
}

/**
 * The tie groups of a pool, best first, each by code: by the rounded official total, then by the campaign's tie-break keys in
 * order. Equal on all is one group; code, name and time of submission never break a tie (spec §3).
 */
export function rank<T extends Scored>(
  context: ScoringContext,
  tieBreaks: readonly TieBreak[],
  scored: readonly T[],
): T[][] {
  const byTotal = new Map<number, T[]>();
  for (const entrant of scored) {
    const equals = byTotal.get(entrant.score.total ?? 0);
    if (equals) equals.push(entrant);
    else byTotal.set(entrant.score.total ?? 0, [entrant]);
  }
  const totals = [...byTotal.keys()].sort((a, b) => b - a);
  return totals.flatMap((total) => breakTies(context, tieBreaks, byTotal.get(total) ?? []));
}

function breakTies<T extends Scored>(
  context: ScoringContext,
  tieBreaks: readonly TieBreak[],
  equals: T[],
): T[][] {
  if (equals.length === 1) return [equals];
  const [tieBreak, ...next] = tieBreaks;
  if (!tieBreak) return [equals.sort((a, b) => compareCodes(a.nomination.code, b.nomination.code))];
  const keyed = equals.map((entrant) => ({ entrant, key: keyOf(context, entrant, tieBreak) }));
  keyed.sort((a, b) => compare(b.key, a.key));
  const groups: T[][] = [];
  keyed.forEach(({ entrant, key }, at) => {
    const above = keyed[at - 1];
    if (above && compare(above.key, key) === 0) groups.at(-1)?.push(entrant);
    else groups.push([entrant]);
  });
  return groups.flatMap((group) => breakTies(context, next, group));
}

/** NĐ 152/2025/NĐ-CP Điều 4.6: the woman, or the collective with at least 70 % women. */
export function isWomenFirst({ subject, gender, members, women }: Nomination): boolean {
  if (subject === 'individual') return gender === 'female';
  if (subject === 'household' || members === undefined || women === undefined) return false;
  return women * 100 >= members * 70;
}

/** One tie-break as a number to compare: more comes first. */
function keyOf(context: ScoringContext, { nomination, score }: Scored, tieBreak: TieBreak): Exact {
  if (tieBreak === 'votes') return mostYes(nomination);
  if (tieBreak === 'women') return isWomenFirst(nomination) ? 1 : 0;
  if (tieBreak === 'direct') return nomination.positionClass === 'direct' ? 1 : 0;
  // An unknown number of members comes after every known one.
  if (tieBreak === 'smaller') return -(nomination.members ?? Number.MAX_SAFE_INTEGER);
  const code = tieBreak.slice(tieBreak.indexOf(':') + 1);
  if (tieBreak.startsWith('criterion:')) return ownPoints(context, nomination, score, code);
  return enteredNumber(nomination, context.scoring.official, code);
}

function mostYes({ ballots }: Nomination): number {
  return Object.values(ballots).reduce((most, { yes }) => (yes > most ? yes : most), 0);
}

/** The number entered in the official layer, `done` of a ratio; anything else is 0. */
function enteredNumber(
  { scores }: Nomination,
  layer: 'self' | 'appraisal' | 'council',
  code: string,
): number {
  if (layer === 'council') return 0;
  const entry = scores[layer]?.[code];
  if (typeof entry === 'number') return entry;
  return typeof entry === 'object' ? entry.done : 0;
}
