import fc from 'fast-check';
import { type Likeness, similarTexts } from '../../src/domain/similar-text';
import { suspectedCopies } from '../../src/domain/suspected-copy';
import { wordsOf } from '../../src/domain/words';

const likeness = (numerator: number, denominator: number, more: Partial<Likeness> = {}): Likeness => ({
  shingle: 2,
  fewestWords: 3,
  atLeast: { numerator, denominator },
  ...more,
});

/** `count` different words, `from` counted up. */
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `từ${from + at}`).join(' ');

describe('two words', () => {
  it.each([
    ['hoà', 'HÒA', true],
    ['thuỷ', 'thủy', true],
    ['Nguyễn Văn An', ' nguyễn  văn an.', true],
    ['Nguye\u0302\u0303n', 'Nguyễn', true],
    ['An', 'Ân', false],
    ['Hoa', 'Hoà', false],
    ['Đào', 'Dào', false],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(wordsOf(a).join(' ') === wordsOf(b).join(' ')).toBe(same);
  });
});

describe('two texts', () => {
  it.each<[string, string, string, Likeness, [shared: number, total: number] | null]>([
    ['equal', 'a b c d', 'a b c d', likeness(1, 1), [3, 3]],
    ['equal but for letter case and marks', 'A, b! C – d', 'a b c D.', likeness(1, 1), [3, 3]],
    ['one word longer, asked for 3/4', 'a b c d', 'a b c d e', likeness(3, 4), [3, 4]],
    ['one word longer, asked for more', 'a b c d', 'a b c d e', likeness(4, 5), null],
    ['a run that is said twice counts once', 'a b a b a b', 'a b a b', likeness(1, 1), [2, 2]],
    ['the same words in another order', 'a b c d', 'd c b a', likeness(1, 5), null],
    ['too short to be judged', 'a b', 'a b', likeness(1, 2), null],
    ['of no words at all', '… – !', '… – !', likeness(1, 2, { fewestWords: 0 }), null],
  ])('%s', (_, a, b, likeness, found) => {
    const texts = [
      { code: 'N2', text: b },
      { code: 'N1', text: a },
    ];
    const [shared, total] = found ?? [0, 0];
    expect(similarTexts(texts, likeness)).toEqual(found ? [{ codes: ['N1', 'N2'], shared, total }] : []);
  });

  it('of 200 words with one changed are near-identical; with ten changed all over they are not', () => {
    const original = words(200).split(' ');
    const changed = (every: number) =>
      original.map((word, at) => (at % every === 7 ? 'khác' : word)).join(' ');
    const texts = [
      { code: 'gốc', text: original.join(' ') },
      { code: 'một', text: changed(200) },
      { code: 'mười', text: changed(20) },
    ];
    expect(similarTexts(texts)).toEqual([{ codes: ['gốc', 'một'], shared: 191, total: 201 }]);
  });

  it('are found exactly where comparing every pair finds them', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((all) => all.join(' '));
    const share = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), share, (all, [one, other]) => {
        const asked = likeness(one < other ? one : other, one < other ? other : one);
        const texts = all.map((text, at) => ({ code: `N${at + 10}`, text }));
        const found = similarTexts(texts, asked);
        expect(found).toEqual(byTrial(texts, asked));
        expect(similarTexts(texts.toReversed(), asked)).toEqual(found);
      }),
      { numRuns: 1000, seed: 1997 },
    );
  });

  it('are found among 2,000 of 500 words that all keep to one form, in seconds', () => {
    const form = words(150);
    const own = (at: number) => `${form} ${words(350, 1000 * (at + 1))}`;
    const texts = Array.from({ length: 2000 }, (_, at) => ({ code: `N${1000 + at}`, text: own(at % 1990) }));
    const started = performance.now();
    const pairs = similarTexts(texts);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(pairs).toEqual(
      Array.from({ length: 10 }, (_, at) => ({
        codes: [`N${1000 + at}`, `N${2990 + at}`],
        shared: 496,
        total: 496,
      })),
    );
  });
});

describe('suspected copies', () => {
  it('are shown by kind: nominee, initiative, text', () => {
    const long = words(60);
    expect(
      suspectedCopies([
        { code: 'N3', name: 'Nguyễn Văn Ân', initiatives: ['Số hoá hồ sơ', 'Số hóa hồ sơ'], text: long },
        { code: 'N1', name: 'Nguyễn Văn An', initiatives: ['Một cửa  điện tử'], text: `${long} thêm` },
        { code: 'N2', name: 'NGUYỄN VĂN AN', initiatives: ['“Số hóa hồ sơ”', ''], text: 'Ngắn' },
        { code: 'N4', name: '–', initiatives: ['', 'Một cửa điện tử'], text: 'Ngắn' },
      ]),
    ).toEqual([
      { kind: 'same-nominee', codes: ['N1', 'N2'] },
      { kind: 'same-initiative', codes: ['N1', 'N4'], title: 'Một cửa  điện tử' },
      { kind: 'same-initiative', codes: ['N2', 'N3'], title: '“Số hóa hồ sơ”' },
      { kind: 'similar-text', codes: ['N1', 'N3'], shared: 56, total: 57 },
    ]);
  });
});

/** Every pair compared, shingles as texts. */
function byTrial(texts: { code: string; text: string }[], { fewestWords, atLeast }: Likeness) {
  const sets = texts.map(({ text }) => {
    const all = text.split(' ').filter(Boolean);
    return new Set(all.length < fewestWords ? [] : all.slice(1).map((word, at) => `${all[at]} ${word}`));
  });
  return texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap((b, j) => {
      const [own, others] = [sets[i] as Set<string>, sets[i + 1 + j] as Set<string>];
      const shared = [...own].filter((shingle) => others.has(shingle)).length;
      const total = own.size + others.size - shared;
      const isAlike = shared > 0 && shared * atLeast.denominator >= total * atLeast.numerator;
      return isAlike ? [{ codes: [a.code, b.code], shared, total }] : [];
    }),
  );
}
