import { type Exact, add, compare, roundHalfUp, scale } from './points';
import type { Hundredths } from './campaign';

/**
 * The middle of the values, or the mean of the two in the middle, rounded half up to the hundredth; null where there are none.
 * The order of the values does not matter.
 */
export function medianOf(values: readonly Exact[]): Hundredths | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted(compare);
  const upper = sorted[sorted.length >> 1] as Exact;
  const lower = sorted[(sorted.length - 1) >> 1] as Exact;
  return roundHalfUp(scale(add(lower, upper), 1, 2), 1);
}
