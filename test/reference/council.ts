import type { Aggregate } from '../../src/domain/campaign';
import { compare, type Fraction, mean } from './fraction';
import type { Item } from './sheet';

/** §1, scoring.council: one value from the scorers' totals (at least one). */
export function aggregated(totals: readonly Fraction[], how: Aggregate): Fraction {
  const sorted = [...totals].sort(compare);
  if (how === 'median') return mean(middle(sorted));
  if (how === 'trimmed-mean' && sorted.length >= 5) return mean(sorted.slice(1, -1));
  return mean(sorted);
}

function middle(sorted: Fraction[]): Fraction[] {
  const half = (sorted.length - (sorted.length % 2)) / 2;
  return sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1);
}

/**
 * A criterion's own points: the plain mean over the counted sheets that do not say `na`. Where all do, the text gives no
 * mean: what `full` gave on every sheet (the maximum, or 0 behind a failed gate), or null for a dropped criterion.
 */
export function ownPoints(sheets: Item[][], criterion: string): Fraction | null {
  const given = sheets.flat().filter((item) => item.criterion.code === criterion && item.state === 'points');
  const applicable = given.filter(({ notApplicable }) => !notApplicable);
  const counted = applicable.length > 0 ? applicable : given;
  return counted.length === 0 ? null : mean(counted.map(({ points }) => points));
}
