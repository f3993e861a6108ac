import fc from 'fast-check';
import {
  type Exact,
  add,
  compare,
  formatPoints,
  roundHalfUp,
  scale,
  subtract,
} from '../../src/domain/points';

const third: Exact = { n: 1n, d: 3n };

describe('exact points', () => {
  it.each<[Exact, number, number]>([
    [12, 10, 10],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [15, 10, 20],
    [-15, 10, -10],
    [-16, 10, -20],
    [{ n: 5n, d: 2n }, 1, 3],
    [{ n: -5n, d: 2n }, 1, -2],
    [{ n: 2499999999999999999n, d: 1000000000000000000n }, 1, 2],
    [75, 50, 100],
    [74, 50, 50],
  ])('%j rounds half up at the step %i to %i', (value, step, rounded) => {
    expect(roundHalfUp(value, step)).toBe(rounded);
  });

  it.each([
    [8750, '87.50'],
    [5, '0.05'],
    [0, '0.00'],
    [-5, '-0.05'],
    [-12345, '-123.45'],
  ])('%i hundredths are shown as %s', (points, shown) => {
    expect(formatPoints(points)).toBe(shown);
  });

  it('gives back whole numbers where fractions meet', () => {
    expect(add(add(third, third), third)).toBe(1);
    expect(subtract(third, third)).toBe(0);
    expect(scale(300, 1, 3)).toBe(100);
  });

  it('adds beyond the safe integers without loss', () => {
    const sum = add(Number.MAX_SAFE_INTEGER, 2);
    expect(sum).toEqual({ n: BigInt(Number.MAX_SAFE_INTEGER) + 2n, d: 1n });
    expect(subtract(sum, 2)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('rounds to the nearest step, upwards from the middle, and compares like fractions', () => {
    const fraction = fc.record({ n: fc.bigInt(-(10n ** 12n), 10n ** 12n), d: fc.bigInt(1n, 10n ** 6n) });
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 500 }), (value, step) => {
        const rounded = roundHalfUp(value, step);
        // rounded − step/2 ≤ value < rounded + step/2, in whole numbers.
        const twice = 2n * value.n - 2n * BigInt(rounded) * value.d;
        expect(rounded % step === 0).toBe(true);
        expect(twice >= -BigInt(step) * value.d && twice < BigInt(step) * value.d).toBe(true);
        expect(Math.sign(compare(value, rounded))).toBe(twice < 0n ? -1 : twice > 0n ? 1 : 0);
      }),
      { numRuns: 500, seed: 20251220 },
    );
  });
});
