import type { CriteriaSet, Criterion, Layer } from '../../src/domain/campaign';
import type { Entries } from '../../src/domain/nomination';
import {
  add,
  compare,
  divide,
  type Fraction,
  larger,
  roundHalfUp,
  smaller,
  subtract,
  sum,
  times,
  whole,
  ZERO,
} from './fraction';
import { isNotApplicable, pointsOf } from './points';

/** One criterion (never a gate) on one sheet. */
export interface Item {
  criterion: Criterion;
  state: 'points' | 'missing' | 'dropped';
  points: Fraction;
  /** The entry says that the criterion does not apply, whatever that gives. */
  notApplicable: boolean;
}

export interface SheetContext {
  layer: Layer;
  /** Criteria with at least one evidence row. */
  evidence: ReadonlySet<string>;
  /** Criteria that a failed gate sets to 0. */
  zeroed: ReadonlySet<string>;
  /** The best entry of the layer in the pool, by criterion. */
  best: (criterion: string) => number;
}

/** §1, Order: entry → points → evidence → gate zeroes → rounding of the item. */
export function itemsOf(set: CriteriaSet, entries: Entries, context: SheetContext): Item[] {
  return set.criteria
    .filter(({ role }) => role !== 'gate')
    .map((criterion) => itemOf(set, criterion, entries, context));
}

function itemOf(set: CriteriaSet, criterion: Criterion, entries: Entries, context: SheetContext): Item {
  const entry = entries[criterion.code];
  if (entry === undefined) {
    const state = criterion.role === 'base' ? 'missing' : 'points';
    return { criterion, state, points: ZERO, notApplicable: false };
  }
  const notApplicable = isNotApplicable(entry);
  if (notApplicable && criterion.notApplicable === 'exclude') {
    return { criterion, state: 'dropped', points: ZERO, notApplicable };
  }
  let points = notApplicable
    ? whole(criterion.max)
    : pointsOf(criterion, entry, context.layer, context.best(criterion.code));
  if (lacksEvidence(criterion, context)) points = ZERO;
  if (context.zeroed.has(criterion.code)) points = ZERO;
  if (set.rounding.at === 'item') points = roundHalfUp(points, set.rounding.step);
  return { criterion, state: 'points', points, notApplicable };
}

function lacksEvidence(criterion: Criterion, { layer, evidence }: SheetContext): boolean {
  return layer === 'appraisal' && criterion.evidence === 'required' && !evidence.has(criterion.code);
}

/** §1, Order: base sum … clamp, exact; null when a base entry is missing or every base criterion is dropped. */
export function sheetTotal(set: CriteriaSet, items: Item[]): Fraction | null {
  if (items.some(({ state }) => state === 'missing')) return null;
  const base = items.filter(({ criterion }) => criterion.role === 'base');
  const left = base.filter(({ state }) => state === 'points');
  if (left.length === 0) return null;
  let total = sum(left.map(({ points }) => points));
  if (left.length < base.length) total = times(total, divide(maxima(base), maxima(left)));
  total = add(total, capped(items, 'bonus', set.caps.bonus));
  total = subtract(total, capped(items, 'penalty', set.caps.penalty));
  return clamped(total, set.clamp);
}

function maxima(items: Item[]): Fraction {
  return sum(items.map(({ criterion }) => whole(criterion.max)));
}

function capped(items: Item[], role: 'bonus' | 'penalty', cap?: number): Fraction {
  const points = sum(
    items
      .filter((item) => item.criterion.role === role && item.state === 'points')
      .map((item) => item.points),
  );
  return cap === undefined ? points : smaller(points, whole(cap));
}

function clamped(total: Fraction, { min, max }: CriteriaSet['clamp']): Fraction {
  let value = total;
  if (min !== undefined) value = larger(value, whole(min));
  if (max !== undefined) value = smaller(value, whole(max));
  return value;
}

/** For `noZero`: the criterion has points, and they are 0. */
export function isZero(points: Fraction | null): boolean {
  return points !== null && compare(points, ZERO) === 0;
}
