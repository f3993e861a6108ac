/** Exact numbers for the reference: `n / d` with d > 0, never reduced because nobody looks. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO = whole(0);

export function whole(value: number | bigint): Fraction {
  return { n: BigInt(value), d: 1n };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Throws a RangeError for a divisor that is not above 0: no rule of the specification divides by one. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.n <= 0n) throw new RangeError('divisor not above 0');
  return { n: a.n * b.d, d: a.d * b.n };
}

/** Below 0 when a < b, 0 when equal, above 0 when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, ZERO);
}

export function mean(values: readonly Fraction[]): Fraction {
  return divide(sum(values), whole(values.length));
}

/** The nearest multiple of `step`, a half going towards +∞. */
export function roundHalfUp(value: Fraction, step: number): Fraction {
  const size = BigInt(step);
  const steps = floorDivide(2n * value.n + value.d * size, 2n * value.d * size);
  return { n: steps * size, d: 1n };
}

/** The whole hundredths of a value that has no other part. */
export function toInteger(value: Fraction): number {
  if (value.n % value.d !== 0n) throw new RangeError('not whole');
  return Number(value.n / value.d);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
