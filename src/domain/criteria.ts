import type { Criterion, CriteriaSet, Hundredths, Layer } from './campaign';
import type { Entries, Entry, Nomination, Ratio } from './nomination';
import { type Exact, scale } from './points';

/** The best entry of the pool on each `relative` criterion, in hundredths. */
export type BestEntries = ReadonlyMap<string, Hundredths>;

/** True for an entry `na`, and for a ratio with nothing to be done (of = 0). */
export function isNotApplicable(criterion: Criterion, entry: Entry): boolean {
  if (entry === 'na') return true;
  return criterion.rule.kind === 'ratio' && typeof entry === 'object' && entry.of === 0;
}

/** Points of an applicable entry by the rule of its criterion (spec §1, table of rules). */
export function pointsOf(criterion: Criterion, entry: Entry, best: BestEntries): Exact {
  const { rule, max } = criterion;
  switch (rule.kind) {
    case 'points':
      return entry as Hundredths;
    case 'yesno':
      return entry === true ? max : 0;
    case 'choice':
      return rule.options.find((option) => option.code === entry)?.points ?? 0;
    case 'ratio':
      return scale(max, (entry as Ratio).done, (entry as Ratio).of);
    case 'count':
      return countPoints(entry as number, rule.unit, max);
    case 'bands':
      return bandPoints(rule.bands, entry as Hundredths);
    case 'relative':
      return relativePoints(entry as Hundredths, best.get(criterion.code) ?? 0, max);
  }
}

/** What of a nomination a pool is compared by. */
export type Scored = Pick<Nomination, 'state' | 'scores'>;

/** The best entry of one layer on each relative criterion, over the nominations of a pool that are not withdrawn. */
export function bestEntries(set: CriteriaSet, pool: readonly Scored[], layer: Layer): BestEntries {
  const best = new Map<string, Hundredths>();
  if (layer === 'council') return best;
  for (const criterion of set.criteria) {
    if (criterion.rule.kind === 'relative') best.set(criterion.code, bestEntry(criterion.code, pool, layer));
  }
  return best;
}

function bestEntry(code: string, pool: readonly Scored[], layer: 'self' | 'appraisal'): Hundredths {
  let best = 0;
  for (const nomination of pool) {
    const entry = nomination.state === 'withdrawn' ? undefined : entryOn(nomination.scores[layer], code);
    if (typeof entry === 'number' && entry > best) best = entry;
  }
  return best;
}

function entryOn(entries: Entries | undefined, code: string): Entry | undefined {
  return entries?.[code];
}

function countPoints(count: number, unit: Hundredths, max: Hundredths): Hundredths {
  const points = count * unit;
  return points < max ? points : max;
}

function bandPoints(bands: readonly { from: number; to?: number; points: number }[], value: Hundredths) {
  const band = bands.find(({ from, to }) => from <= value && (to === undefined || value < to));
  return band?.points ?? 0;
}

function relativePoints(entry: Hundredths, best: Hundredths, max: Hundredths): Exact {
  return best === 0 ? 0 : scale(max, entry, best);
}
