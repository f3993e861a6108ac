import type { Hundredths } from './campaign';

/**
 * An exact number of hundredths: a safe integer as long as one will do, else a fraction of whole numbers.
 * Means, ratios and percentages stay exact until the one rounding that the rules allow (spec, “Numbers”).
 */
export type Exact = Hundredths | Fraction;

/** `n / d` hundredths; d > 0, not necessarily reduced. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [x, y] = [toFraction(a), toFraction(b)];
  return exact(x.n * y.d + y.n * x.d, x.d * y.d);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, typeof b === 'number' ? -b : { n: -b.n, d: b.d });
}

/** `a × numerator / denominator`, all three exact; the denominator is not 0. */
export function scale(a: Exact, numerator: Exact, denominator: Exact): Exact {
  const [x, y, z] = [toFraction(a), toFraction(numerator), toFraction(denominator)];
  return exact(x.n * y.n * z.d, x.d * y.d * z.n);
}

/** Negative, 0 or positive as a is less than, equal to or more than b. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [toFraction(a), toFraction(b)];
  const [left, right] = [x.n * y.d, y.n * x.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/** Rounds half up, towards +∞, to a multiple of `step` hundredths (step ≥ 1). */
export function roundHalfUp(value: Exact, step: Hundredths): Hundredths {
  if (typeof value === 'number') {
    const rest = value % step;
    const above = rest < 0 ? rest + step : rest;
    return value - above + (above >= step - above ? step : 0);
  }
  const unit = BigInt(step);
  return Number(floorDivide(2n * value.n + unit * value.d, 2n * unit * value.d) * unit);
}

/** `8750` → `"87.50"`. */
export function formatPoints(points: Hundredths): string {
  const size = points < 0 ? -points : points;
  const cents = size % 100;
  return `${points < 0 ? '-' : ''}${(size - cents) / 100}.${String(cents).padStart(2, '0')}`;
}

/** A whole quotient, rounded down: for counts such as a percentage of participants. Arguments ≥ 0, divisor > 0. */
export function wholeQuotient(dividend: bigint, divisor: bigint): number {
  return Number(dividend / divisor);
}

function toFraction(a: Exact): Fraction {
  return typeof a === 'number' ? { n: BigInt(a), d: 1n } : a;
}

function exact(n: bigint, d: bigint): Exact {
  if (d < 0n) return exact(-n, -d);
  if (n % d !== 0n) return { n, d };
  const whole = Number(n / d);
  return Number.isSafeInteger(whole) ? whole : { n: n / d, d: 1n };
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}
