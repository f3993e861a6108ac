import type { Award, Campaign, CriteriaSet, Hundredths } from '../campaign';
import type { Path } from '../finding';
import { refuseSameCodes } from './duplicates';
import { codes, names } from './lint-sets';
import type { Findings } from './node';
import { samePool } from '../same-pool';
import { roundHalfUp } from '../points';
import { poolText, setOf, setsWithLine } from './pools';
import { decimalText } from './scalars';

export function lintAwards(campaign: Campaign, findings: Findings): void {
  refuseSameCodes(findings, ['awards'], campaign.awards);
  if (campaign.awards.length === 0) findings.warn('no-awards', []);
  campaign.awards.forEach((award, index) => {
    const path = ['awards', index];
    refuseSameTier(campaign.awards, index, findings);
    lintQuota(campaign, award, [...path, 'quota'], findings);
    lintBand(campaign, award, [...path, 'requires', 'band'], findings);
    lintFloor(setsWithLine(campaign, award.quota), award, [...path, 'requires', 'floor'], findings);
  });
}

function refuseSameTier(awards: Award[], index: number, findings: Findings): void {
  const { tier } = awards[index]!;
  const other = awards.slice(0, index).find((award) => award.tier === tier);
  if (other) findings.error('duplicate-tier', ['awards', index, 'tier'], { tier, other: other.code });
}

function lintQuota(campaign: Campaign, { quota }: Award, path: Path, findings: Findings): void {
  quota.forEach((line, index) => {
    if (line.subject.length === 0) return;
    const params = { pool: poolText(line) };
    if (quota.slice(0, index).some((other) => samePool(other, line)))
      findings.error('duplicate-quota-line', [...path, index], params);
    if (!setOf(campaign, line)) findings.warn('quota-without-set', [...path, index], params);
  });
}

function lintBand(campaign: Campaign, award: Award, path: Path, findings: Findings): void {
  const { band } = award.requires;
  if (band === undefined) return;
  const known = campaign.criteriaSets.flatMap(({ bands }) => bands);
  if (!names(known, band)) findings.error('unknown-band', path, { code: band, known: codes(known) });
  else
    setsWithLine(campaign, award.quota)
      .filter(({ bands }) => !names(bands, band))
      .forEach((set) => findings.error('band-missing-in-set', path, { code: band, set: set.code }));
}

function lintFloor(sets: CriteriaSet[], { requires }: Award, path: Path, findings: Findings): void {
  const { floor } = requires;
  if (floor === undefined) return;
  for (const set of sets) {
    const reachable = reachableMaximum(set);
    const params = { floor: decimalText(floor), reachable: decimalText(reachable), set: set.code };
    if (floor > reachable) findings.error('floor-out-of-reach', path, params);
  }
  warnOfUnequalMaxima(sets, path, findings);
}

/** Base maxima and capped bonuses, clamped and rounded: nobody can score more. */
function reachableMaximum(set: CriteriaSet): Hundredths {
  const bonus = Math.min(reachable(set, 'bonus'), set.caps.bonus ?? Infinity);
  const open = reachable(set, 'base') + bonus;
  const clamped = Math.max(Math.min(open, set.clamp.max ?? Infinity), set.clamp.min ?? -Infinity);
  return rounded(clamped, set);
}

function reachable(set: CriteriaSet, role: 'base' | 'bonus'): Hundredths {
  if (set.rounding.at === 'total' || Number.isNaN(sumOfMaxima(set, role))) return sumOfMaxima(set, role);
  const criteria = set.criteria.filter((criterion) => criterion.role === role);
  return criteria.reduce((sum, { max }) => sum + rounded(max, set), 0);
}

function rounded(points: Hundredths, { rounding: { step } }: CriteriaSet): Hundredths {
  const isReadable = Number.isSafeInteger(points) && Number.isSafeInteger(step);
  return isReadable ? roundHalfUp(points, step) : points;
}

function sumOfMaxima({ criteria }: CriteriaSet, role: 'base' | 'bonus'): Hundredths {
  if (criteria.some((criterion) => criterion.role.length === 0)) return NaN;
  return criteria.filter((criterion) => criterion.role === role).reduce((sum, { max }) => sum + max, 0);
}

/** 80 of 100 and 80 of 120 are not the same floor. */
function warnOfUnequalMaxima(sets: CriteriaSet[], path: Path, findings: Findings): void {
  const [first, ...others] = sets.map((set) => ({ code: set.code, max: sumOfMaxima(set, 'base') }));
  const other = first && others.find(({ max }) => Math.abs(max - first.max) > 0);
  if (first && other)
    findings.warn('unequal-base-maxima', path, {
      set: first.code,
      max: decimalText(first.max),
      other: other.code,
      otherMax: decimalText(other.max),
    });
}
