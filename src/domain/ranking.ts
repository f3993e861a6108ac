import type { TieBreak } from './campaign';
import { compareCodes } from './canonical';
import type { Nomination } from './nomination';
import { type Exact, compare } from './points';
import { type Score, ownPoints } from './scoring';
import type { ScoringContext } from './scoring-context';

/** A scored nomination of one pool. */
interface Scored {
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
  return tieBreaks.find((tieBreak) => {
    const keyOf = keyReader(context, tieBreak);
    return compare(keyOf(a), keyOf(b)) !== 0;
  });
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
  const keys = tieBreaks.map((tieBreak) => keyReader(context, tieBreak));
  const totals = [...byTotal.keys()].sort((a, b) => b - a);
  return totals.flatMap((total) => breakTies(keys, byTotal.get(total) ?? []));
}

/** One tie-break as a number to compare: more comes first. */
type KeyReader = (entrant: Scored) => Exact;

function breakTies<T extends Scored>(keys: readonly KeyReader[], equals: T[]): T[][] {
  if (equals.length === 1) return [equals];
  const [keyOf, ...next] = keys;
  if (!keyOf) return [equals.sort((a, b) => compareCodes(a.nomination.code, b.nomination.code))];
  const keyed = equals.map((entrant) => ({ entrant, key: keyOf(entrant) }));
  keyed.sort((a, b) => compare(b.key, a.key));
  const groups: T[][] = [];
  keyed.forEach(({ entrant, key }, at) => {
    const above = keyed[at - 1];
    if (above && compare(above.key, key) === 0) groups.at(-1)?.push(entrant);
    else groups.push([entrant]);
  });
  return groups.flatMap((group) => breakTies(next, group));
}

/** NĐ 152/2025/NĐ-CP Điều 4.6: the woman, or the collective with at least 70 % women. */
function isWomenFirst({ subject, gender, members, women }: Nomination): boolean {
  if (subject === 'individual') return gender === 'female';
  if (subject === 'household' || members === undefined || women === undefined) return false;
  return women * 100 >= members * 70;
}

function keyReader(context: ScoringContext, tieBreak: TieBreak): KeyReader {
  const code = tieBreak.slice(tieBreak.indexOf(':') + 1);
  if (tieBreak.startsWith('criterion:')) {
    return ({ nomination, score }) => ownPoints(context, nomination, score, code);
  }
  if (tieBreak.startsWith('entry:')) {
    return ({ nomination }) => enteredNumber(nomination, context.scoring.official, code);
  }
  return ({ nomination }) => factReaders[tieBreak as keyof typeof factReaders](nomination);
}

const factReaders = {
  votes: mostYes,
  women: (nomination: Nomination) => (isWomenFirst(nomination) ? 1 : 0),
  direct: ({ positionClass }: Nomination) => (positionClass === 'direct' ? 1 : 0),
  // An unknown number of members comes after every known one.
  smaller: ({ members }: Nomination) => -(members ?? Number.MAX_SAFE_INTEGER),
};

function mostYes({ ballots }: Nomination): number {
  let most = 0;
  for (const award in ballots) {
    const yes = ballots[award]?.yes ?? 0;
    if (yes > most) most = yes;
  }
  return most;
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
