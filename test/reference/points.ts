import type { Criterion, Layer } from '../../src/domain/campaign';
import type { Entry } from '../../src/domain/nomination';
import { divide, type Fraction, smaller, times, whole, ZERO } from './fraction';

/** §1: `na`, and a ratio of nothing, are not applicable. */
export function isNotApplicable(entry: Entry): boolean {
  return entry === 'na' || (typeof entry === 'object' && entry.of === 0);
}

/** §1, table of rules: the points of an entry that is applicable. `best` is the best entry of the layer in the pool. */
export function pointsOf(criterion: Criterion, entry: Entry, layer: Layer, best: number): Fraction {
  if (layer === 'council') return whole(numberOf(entry));
  const rule = criterion.rule;
  switch (rule.kind) {
    case 'points':
      return whole(numberOf(entry));
    case 'yesno':
      return entry === true ? whole(criterion.max) : ZERO;
    case 'choice':
      return whole(optionPoints(rule.options, entry));
    case 'ratio':
      return ratioPoints(entry, criterion.max);
    case 'count':
      return smaller(times(whole(numberOf(entry)), whole(rule.unit)), whole(criterion.max));
    case 'bands':
      return whole(bandPoints(rule.bands, numberOf(entry)));
    case 'relative':
      if (best === 0) return ZERO;
      return times(divide(whole(numberOf(entry)), whole(best)), whole(criterion.max));
  }
}

function optionPoints(options: { code: string; points: number }[], entry: Entry): number {
  const option = options.find(({ code }) => code === entry);
  if (!option) throw new Error(`no option ${JSON.stringify(entry)}`);
  return option.points;
}

function ratioPoints(entry: Entry, max: number): Fraction {
  if (typeof entry !== 'object') throw new Error('not a ratio');
  return times(divide(whole(entry.done), whole(entry.of)), whole(max));
}

function bandPoints(bands: { from: number; to?: number; points: number }[], value: number): number {
  for (const band of bands) {
    if (band.from <= value && (band.to === undefined || value < band.to)) return band.points;
  }
  return 0;
}

function numberOf(entry: Entry): number {
  if (typeof entry !== 'number') throw new Error('not a number');
  return entry;
}
