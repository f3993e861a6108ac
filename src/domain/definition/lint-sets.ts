import type { CriteriaSet } from '../campaign';
import type { Path } from '../finding';
import { samePool } from '../same-pool';
import { refuseSameCodes } from './duplicates';
import type { Findings } from './node';
import { decimalText } from './scalars';

export function lintCriteriaSets(sets: CriteriaSet[], findings: Findings): void {
  refuseSameCodes(findings, ['criteriaSets'], sets);
  sets.forEach((set, index) => {
    const path = ['criteriaSets', index];
    refuseSamePool(sets, index, findings);
    lintEffects(set, path, findings);
    lintBands(set, path, findings);
    lintMaxima(set, path, findings);
  });
}

/** A nomination must belong to exactly one set. */
function refuseSamePool(sets: CriteriaSet[], index: number, findings: Findings): void {
  const set = sets[index]!;
  const other = sets.slice(0, index).find((one) => samePool(one, set));
  if (other && set.subject.length > 0)
    findings.error('duplicate-pool', ['criteriaSets', index], { code: set.code, other: other.code });
}

function lintEffects(set: CriteriaSet, path: Path, findings: Findings): void {
  set.criteria.forEach(({ effect }, index) => {
    const here = [...path, 'criteria', index, 'effect'];
    if (effect && 'zero' in effect)
      effect.zero.forEach((code, place) => lintZero(set, code, [...here, 'zero', place], findings));
    if (effect && 'capBand' in effect && !names(set.bands, effect.capBand))
      findings.error('unknown-band', [...here, 'capBand'], { code: effect.capBand, known: codes(set.bands) });
  });
}

function lintZero({ criteria }: CriteriaSet, code: string, path: Path, findings: Findings): void {
  const target = criteria.find((criterion) => criterion.code === code);
  if (!names(criteria, code)) findings.error('unknown-criterion', path, { code, known: codes(criteria) });
  else if (target?.role === 'gate') findings.error('zero-gate', path, { code });
}

function lintBands({ bands }: CriteriaSet, path: Path, findings: Findings): void {
  bands.forEach(({ from, code }, index) => {
    const above = bands[index - 1]?.from ?? NaN;
    const params = { code, from: decimalText(from), above: decimalText(above) };
    if (from >= above) findings.error('bands-not-descending', [...path, 'bands', index, 'from'], params);
  });
}

function lintMaxima({ criteria }: CriteriaSet, path: Path, findings: Findings): void {
  const total = criteria.reduce((sum, { max }) => sum + max, 0);
  if (total > Number.MAX_SAFE_INTEGER) findings.error('number-too-large', path, { found: 'Σ max' });
  if (criteria.length > 0 && !criteria.some(({ role }) => role === 'base' || role.length === 0))
    findings.warn('no-base-criterion', path);
}

/** Whether one of the items bears the code. An unreadable code was reported already and names nothing wrong. */
export function names(items: readonly { code: string }[], code: string): boolean {
  return code === '' || items.some((item) => item.code === code);
}

export function codes(items: readonly { code: string }[]): string {
  return [...new Set(items.map(({ code }) => code))].join(', ');
}
