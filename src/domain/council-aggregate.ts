import type { Aggregate, Criterion, CriteriaSet } from './campaign';
import { type Exact, add, compare, scale } from './points';
import type { ScoreLine } from './score-line';
import { type Sheet, exactPoints, scoreLine, sheetLine } from './sheet';

/** One total out of the scorers' totals (at least one): exact, not yet rounded. */
export function aggregate(totals: readonly Exact[], kind: Aggregate): Exact {
  const ascending = totals.toSorted(compare);
  if (kind === 'median') return mean(middle(ascending));
  // One highest and one lowest are dropped only when at least five have scored.
  return mean(kind === 'trimmed-mean' && ascending.length >= 5 ? ascending.slice(1, -1) : ascending);
}

/** The council's own points on one criterion: the plain mean over the sheets that do not say `na` (spec §1). */
export function meanLine(set: CriteriaSet, criterion: Criterion, sheets: readonly Sheet[]): ScoreLine {
  const lines = sheets.map((sheet) => sheetLine(set, criterion, sheet));
  const said = lines
    .filter(({ because }) => because !== 'not-applicable-full')
    .flatMap((line) => exactPoints(line) ?? []);
  const isZeroed = lines.some(({ because }) => because === 'zeroed-by-gate');
  if (said.length > 0) return scoreLine(criterion, mean(said), isZeroed ? 'zeroed-by-gate' : 'council-mean');
  const full = lines.find(({ because }) => because === 'not-applicable-full');
  if (full) return full;
  return scoreLine(criterion, null, lines.some(isDropped) ? 'not-applicable-excluded' : 'missing');
}

function isDropped({ because }: ScoreLine): boolean {
  return because === 'not-applicable-excluded';
}

function mean(values: readonly Exact[]): Exact {
  return scale(values.reduce(add, 0), 1, values.length);
}

function middle(ascending: readonly Exact[]): readonly Exact[] {
  const half = ascending.length >> 1;
  return ascending.length % 2 === 1 ? ascending.slice(half, half + 1) : ascending.slice(half - 1, half + 1);
}
