import fc from 'fast-check';
import { type ScorerSheet, agreementOf } from '../../src/domain/agreement';
import { concordance } from '../../src/domain/concordance';
import type { Exact } from '../../src/domain/points';

/** Sheets for one row of totals each; nominees are a, b, c…, and null is not scored. */
function sheets(...rows: (Exact | null)[][]): ScorerSheet[] {
  return rows.map((row, at) => ({
    scorer: `S${at + 1}`,
    totals: Object.fromEntries(
      row.flatMap((total, place) => (total === null ? [] : [[String.fromCharCode(97 + place), total]])),
    ),
  }));
}

describe('Kendall’s W', () => {
  // Ranks doubled where the source has halves: only their order matters.
  it.each<[string, number[][], [bigint, bigint]]>([
    [
      'three executives and six applicants (Siegel 1956, ch. 9: .16)',
      [
        [1, 6, 3, 2, 5, 4],
        [1, 5, 6, 4, 2, 3],
        [6, 3, 2, 5, 4, 1],
      ],
      [17n, 105n],
    ],
    [
      'three rankings of ten with ties (Siegel 1956, ch. 9: S = 591, ΣT = 9.5, .828)',
      [
        [2, 9, 4, 9, 6, 15, 12, 18, 15, 20],
        [5, 2, 5, 9, 9, 16, 18, 13, 20, 13],
        [4, 2, 9, 9, 9, 9, 16, 16, 16, 20],
      ],
      [197n, 238n],
    ],
    [
      'four who agree',
      [
        [3, 2, 1],
        [30, 20, 10],
        [9, 5, 0],
        [7, 6, 5],
      ],
      [1n, 1n],
    ],
    [
      'a cycle of three',
      [
        [1, 2, 3],
        [2, 3, 1],
        [3, 1, 2],
      ],
      [0n, 1n],
    ],
    [
      'one who ties all, two who agree',
      [
        [5, 5, 5],
        [1, 2, 3],
        [4, 5, 6],
      ],
      [2n, 3n],
    ],
  ])('of %s', (_, rows, [numerator, denominator]) => {
    expect(agreementOf(sheets(...rows)).kendallW).toEqual({ numerator, denominator });
  });

  it.each<[string, (number | null)[][], 'too-few' | 'all-equal']>([
    ['no sheets', [], 'too-few'],
    [
      'two scorers',
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      'too-few',
    ],
    [
      'three scorers of whom one has scored nobody',
      [
        [1, 2, 3],
        [1, 2, 3],
        [null, null, null],
      ],
      'too-few',
    ],
    [
      'two nominees',
      [
        [1, 2],
        [1, 2],
        [2, 1],
      ],
      'too-few',
    ],
    [
      'two nominees scored by all',
      [
        [1, 2, 3],
        [1, 2, null],
        [2, 1, 4],
      ],
      'too-few',
    ],
    [
      'scorers who tell nobody apart',
      [
        [5, 5, 5],
        [7, 7, 7],
        [9, 9, 9],
      ],
      'all-equal',
    ],
  ])('says so of %s', (_, rows, said) => {
    expect(agreementOf(sheets(...rows)).kendallW).toBe(said);
  });

  it('is what the definition gives, between 0 and 1, whatever the order of nominees and scorers', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 2, max: 8 })).chain(([m, n]) => {
      const row = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n });
      return fc.array(row, { minLength: m, maxLength: m });
    });
    fc.assert(
      fc.property(table, (scores) => {
        const found = concordance(scores);
        const expected = byDefinition(scores);
        expect(concordance(scores.map((row) => row.toReversed()).toReversed())).toEqual(found);
        if (found === null) return expect(expected).toBeNaN();
        const value = Number(found.numerator) / Number(found.denominator);
        expect(value).toBeCloseTo(expected, 10);
        expect(value >= 0 && value <= 1).toBe(true);
      }),
      { numRuns: 500, seed: 1939 },
    );
  });

  it('keeps every digit for very many nominees', () => {
    const row = Array.from({ length: 20_000 }, (_, at) => at);
    const swapped = [1, 0, ...row.slice(2)];
    // Of the rank sums only 3 and 6 change, to 4 and 5: S falls by 9 + 36 − 16 − 25 = 4.
    const full = 9n * 20_000n * (20_000n ** 2n - 1n);
    const found = concordance([row, row, swapped]);
    expect(found && found.numerator * full === found.denominator * (full - 12n * 4n)).toBe(true);
  });
});

describe('the agreement of scorers', () => {
  it('compares only whom all have scored, and shows the spread of everyone', () => {
    const third: Exact = { n: 25000n, d: 3n };
    const given = sheets([9000, 8000, 7000, 6000], [8550, 8000, third, null], [9100, 7000, 6000, 100]);
    expect(agreementOf(given)).toEqual({
      spread: [
        { nominee: 'a', scorers: 3, min: 8550, max: 9100, range: 550 },
        { nominee: 'b', scorers: 3, min: 7000, max: 8000, range: 1000 },
        { nominee: 'c', scorers: 3, min: 6000, max: third, range: { n: 7000n, d: 3n } },
        { nominee: 'd', scorers: 2, min: 100, max: 6000, range: 5900 },
      ],
      scorers: 3,
      compared: ['a', 'b', 'c'],
      kendallW: { numerator: 7n, denominator: 9n },
    });
  });
});

/** Floating point, straight from the definition: mean ranks, their sums, the squares of the deviations. */
function byDefinition(scores: number[][]): number {
  const [m, n] = [scores.length, scores[0]?.length ?? 0];
  const ranks = scores.map((row) =>
    row.map((score) => row.filter((x) => x < score).length + (row.filter((x) => x === score).length + 1) / 2),
  );
  const sums = Array.from({ length: n }, (_, at) => ranks.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const mean = (m * (n + 1)) / 2;
  const s = sums.reduce((total, each) => total + (each - mean) ** 2, 0);
  const ties = scores.reduce((sum, row) => sum + tiesOf(row), 0);
  return s / ((m * m * (n ** 3 - n) - m * ties) / 12);
}

function tiesOf(row: number[]): number {
  const sizes = [...new Set(row)].map((score) => row.filter((x) => x === score).length);
  return sizes.reduce((sum, t) => sum + t ** 3 - t, 0);
}
