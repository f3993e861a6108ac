import { medianOf } from '../../src/domain/median';
import type { Exact } from '../../src/domain/points';

describe('the median', () => {
  it.each<[string, Exact[], number | null]>([
    ['of nothing is nothing', [], null],
    ['of one is that one', [850], 850],
    ['of three is the middle one, in whatever order', [900, 100, 500], 500],
    ['of four is the mean of the two in the middle', [100, 900, 600, 500], 550],
    ['is rounded half up to the hundredth', [1, 2], 2],
    ['below nothing rounds towards more', [-2, -1], -1],
    [
      'counts fractions exactly',
      [
        { n: 1n, d: 3n },
        { n: 2n, d: 3n },
      ],
      1,
    ],
    [
      'of fractions may fall short of a hundredth',
      [
        { n: 1n, d: 3n },
        { n: 1n, d: 3n },
      ],
      0,
    ],
  ])('%s', (_name, values, expected) => {
    expect(medianOf(values)).toBe(expected);
  });
});
