import type { Band, Criterion, CriteriaSet, Hundredths } from './campaign';
import { compare } from './points';
import type { ScoreLine } from './score-line';
import { exactPoints } from './sheet';

/** The first band that the total reaches, else the last, lowered by `capBand` (spec §1). The set has bands. */
export function bandOf(
  set: CriteriaSet,
  total: Hundredths,
  failedGates: readonly Criterion[],
  lineOn: (criterion: Criterion) => ScoreLine,
): string | null {
  const reached = set.bands.findIndex((band) => reaches(set, band, total, lineOn));
  const caps = failedGates.map(({ effect }) =>
    effect && 'capBand' in effect ? bandIndex(set, effect.capBand) : 0,
  );
  const index = [reached === -1 ? set.bands.length - 1 : reached, ...caps].reduce((low, at) =>
    at > low ? at : low,
  );
  return set.bands[index]?.code ?? null;
}

/** 0 is the highest band; -1 for a code that the set does not have. */
export function bandIndex(set: CriteriaSet, code: string): number {
  return set.bands.findIndex((band) => band.code === code);
}

function reaches(
  set: CriteriaSet,
  band: Band,
  total: Hundredths,
  lineOn: (criterion: Criterion) => ScoreLine,
): boolean {
  if (total < band.from) return false;
  return (
    !band.noZero || !set.criteria.some((criterion) => criterion.role === 'base' && isZero(lineOn(criterion)))
  );
}

function isZero(line: ScoreLine): boolean {
  const points = exactPoints(line);
  return points !== null && compare(points, 0) === 0;
}
