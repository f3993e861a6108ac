import fc from 'fast-check';

/** Draws of one random case; the first value of a list is what shrinking goes to. */
export interface Draw {
  pick<T>(values: readonly T[]): T;
  between(min: number, max: number): number;
  /** True in about so many of 100 cases. */
  chance(percent: number): boolean;
  /** Some of the values, in any order. */
  some<T>(values: readonly T[]): T[];
}

/** A case built by drawing one value after another. */
export function drawn<T>(build: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((g) => {
    const between = (min: number, max: number) => g(evenly, min, max);
    return build({
      between,
      chance: (percent) => between(0, 99) >= 100 - percent,
      pick: (values) => at(values, between(0, values.length - 1)),
      some: (values) => g(positions, values.length).map((position) => at(values, position)),
    });
  });
}

/** Without fast-check's liking for the ends of a range: a chance of 6 in 100 is one. */
function evenly(min: number, max: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min, max }));
}

function positions(count: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(Array.from({ length: count }, (_, position) => position));
}

function at<T>(values: readonly T[], position: number): T {
  if (position >= values.length) throw new RangeError(`nothing at ${position}`);
  return values[position] as T;
}
