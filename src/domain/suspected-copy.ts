import { compareCodes } from './canonical';
import { type Likeness, type SimilarPair, similarTexts } from './similar-text';
import { wordsOf } from './words';

/** What of one nomination can be a copy of another’s. */
export interface Submitted {
  code: string;
  name: string;
  /** Titles of initiatives. */
  initiatives: readonly string[];
  /** All that the report says, as one text. */
  text: string;
}

/** Two nominations, by code, that a person should look at side by side. */
export type SuspectedCopy =
  | { kind: 'same-nominee'; codes: [string, string] }
  | { kind: 'same-initiative'; codes: [string, string]; title: string }
  | ({ kind: 'similar-text' } & SimilarPair);

/**
 * Suspicions, never proofs: one name in two nominations, one initiative title in two, near-identical reports. In this
 * order of kinds, then by code. Letter case, punctuation and where the tone mark stands make no difference.
 */
export function suspectedCopies(submitted: readonly Submitted[], likeness?: Likeness): SuspectedCopy[] {
  const byCode = submitted.toSorted((a, b) => compareCodes(a.code, b.code));
  const names = byCode.map(({ code, name }) => ({ code, title: name }));
  const initiatives = byCode.flatMap(({ code, initiatives }) =>
    initiatives.map((title) => ({ code, title })),
  );
  return [
    ...sameTitles(names).map(({ codes }) => ({ kind: 'same-nominee' as const, codes })),
    ...sameTitles(initiatives).map((pair) => ({ kind: 'same-initiative' as const, ...pair })),
    ...similarTexts(byCode, likeness).map((pair) => ({ kind: 'similar-text' as const, ...pair })),
  ];
}

interface Titled {
  code: string;
  title: string;
}

/** Every pair of different nominations with one title, each pair and title once, as the first of the two writes it. */
function sameTitles(titles: readonly Titled[]): { codes: [string, string]; title: string }[] {
  const groups = new Map<string, Map<string, string>>();
  for (const { code, title } of titles) {
    const key = wordsOf(title).join(' ');
    if (key === '') continue;
    const group = groups.get(key) ?? new Map<string, string>();
    if (!group.has(code)) group.set(code, title);
    groups.set(key, group);
  }
  const pairs = [...groups.values()].flatMap((group) => pairsOf([...group]));
  return pairs.sort((a, b) => compareCodes(a.codes[0], b.codes[0]) || compareCodes(a.codes[1], b.codes[1]));
}

function pairsOf(group: readonly [code: string, title: string][]) {
  return group.flatMap(([code, title], at) =>
    group.slice(at + 1).map(([other]) => ({ codes: [code, other] as [string, string], title })),
  );
}
