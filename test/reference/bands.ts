import type { CriteriaSet, Criterion } from '../../src/domain/campaign';

/** §1, Bands: the first reached, else the last; then `capBand` lowers it. Null when the set knows none. */
export function bandOf(
  set: CriteriaSet,
  total: number,
  hasZero: boolean,
  failed: Criterion[],
): string | null {
  if (set.bands.length === 0) return null;
  const reached = set.bands.findIndex(({ from, noZero }) => from <= total && !(noZero && hasZero));
  let index = reached === -1 ? set.bands.length - 1 : reached;
  for (const { effect } of failed) {
    if (effect && 'capBand' in effect) index = lower(index, bandIndex(set, effect.capBand));
  }
  return set.bands[index]?.code ?? null;
}

/** 0 is the highest band. */
export function bandIndex(set: CriteriaSet, code: string): number {
  return set.bands.findIndex((band) => band.code === code);
}

function lower(a: number, b: number): number {
  return a > b ? a : b;
}
