import { compareCodes } from './canonical';
import { wordsOf } from './words';

interface Text {
  code: string;
  text: string;
}

/** Two texts, by code, with the shingles that they share and all that either has (Jaccard: shared / total). */
export interface SimilarPair {
  codes: [string, string];
  shared: number;
  total: number;
}

export interface Likeness {
  /** Words that make one shingle. */
  shingle: number;
  /** Texts with fewer words are not judged: short ones are alike by chance. */
  fewestWords: number;
  /** The least shared / total, above 0 and at most 1; whole numbers. */
  atLeast: { numerator: number; denominator: number };
}

export const NEAR_IDENTICAL: Likeness = {
  shingle: 5,
  fewestWords: 40,
  atLeast: { numerator: 4, denominator: 5 },
};

/**
 * Every pair of texts that share at least so much of their shingles (runs of words; Broder 1997), by code. Exact: no
 * sampling, and no pair is missed. Only texts that share one of their rarest shingles are compared (prefix filter of
 * Chaudhuri et al. 2006), so that headings and forms which all have cost nothing.
 */
export function similarTexts(texts: readonly Text[], likeness: Likeness = NEAR_IDENTICAL): SimilarPair[] {
  const sets = shingleSets(texts, likeness).sort((a, b) => a.shingles.length - b.shingles.length);
  const seenIn = new Map<number, number[]>();
  const pairs = sets.flatMap((set, at) => {
    const rarest = set.shingles.subarray(0, prefixOf(set.shingles.length, likeness));
    return earlierWith(rarest, at, seenIn).flatMap(
      (other) => pairOf(sets[other] as ShingleSet, set, likeness) ?? [],
    );
  });
  return pairs.sort((a, b) => compareCodes(a.codes[0], b.codes[0]) || compareCodes(a.codes[1], b.codes[1]));
}

/** The sets that were seen with one of the shingles before; from now on this one is too. */
function earlierWith(shingles: Uint32Array, at: number, seenIn: Map<number, number[]>): number[] {
  const candidates = new Set<number>();
  for (const shingle of shingles) {
    const earlier = seenIn.get(shingle);
    earlier?.forEach((other) => candidates.add(other));
    if (earlier) earlier.push(at);
    else seenIn.set(shingle, [at]);
  }
  return [...candidates];
}

interface ShingleSet {
  code: string;
  /** Numbers of shingles, the rarest first: ascending. */
  shingles: Uint32Array;
}

/** Sets that share so much share one of the first `size − ⌈size × least⌉ + 1` shingles. */
function prefixOf(size: number, { atLeast: { numerator, denominator } }: Likeness): number {
  const unlike = size * (denominator - numerator);
  return (unlike - (unlike % denominator)) / denominator + 1;
}

function pairOf(a: ShingleSet, b: ShingleSet, { atLeast }: Likeness): SimilarPair | undefined {
  const [small, large] = [a.shingles.length, b.shingles.length];
  if (small * atLeast.denominator < large * atLeast.numerator) return undefined;
  const shared = sharedBy(a.shingles, b.shingles);
  const total = small + large - shared;
  if (shared * atLeast.denominator < total * atLeast.numerator) return undefined;
  return { codes: compareCodes(a.code, b.code) < 0 ? [a.code, b.code] : [b.code, a.code], shared, total };
}

function sharedBy(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}

/** The shingles of every text that is long enough, numbered from the rarest to the commonest. */
function shingleSets(texts: readonly Text[], likeness: Likeness): ShingleSet[] {
  const numbers = new Map<string, number>();
  const sets = texts.flatMap(({ code, text }) => {
    const words = wordsOf(text);
    if (words.length < likeness.fewestWords || words.length < likeness.shingle) return [];
    return { code, own: shinglesOf(words, likeness.shingle, numbers) };
  });
  const places = placesByRarity(
    sets.map(({ own }) => own),
    numbers.size,
  );
  return sets.map(({ code, own }) => ({
    code,
    shingles: Uint32Array.from(own, (number) => places[number] as number).sort(),
  }));
}

/** Every run of so many words as its number; a run that is met for the first time gets the next one. */
function shinglesOf(words: readonly string[], size: number, numbers: Map<string, number>): Set<number> {
  const own = new Set<number>();
  for (let at = 0; at + size <= words.length; at++) {
    const key = words.slice(at, at + size).join(' ');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    own.add(number);
  }
  return own;
}

/** The place of each number below `size` when those that the fewest sets hold come first. */
function placesByRarity(sets: readonly ReadonlySet<number>[], size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const set of sets) for (const number of set) counts[number] = (counts[number] ?? 0) + 1;
  const order = Uint32Array.from(counts.keys());
  order.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  const places = new Uint32Array(size);
  order.forEach((number, place) => (places[number] = place));
  return places;
}
