import { bandIndex } from './band';
import type { Criterion } from './campaign';
import { criterionName } from './criterion-name';
import type { Case, Facts } from './explanation-case';
import { compare } from './points';
import { exactPoints } from './sheet';

/**
 * Facts behind `below-band`. Where the total alone would do, the sentence names what lowered the rating (spec §1, “Bands”):
 * base criteria at 0 under `noZero`, or failed gates with `capBand`.
 */
export function belowBand(of: Case): Facts {
  const { nominee, award, pool } = of;
  const { bands } = pool.context.set;
  const name = (code: string | null | undefined) =>
    bands.find((band) => band.code === code)?.name ?? code ?? '';
  const [value, limit, total] = [name(nominee.band), name(award.requires.band), nominee.total ?? 0];
  const params = { band: value, required: limit, total: { points: total } };
  const enough = bands.slice(0, requiredIndex(of) + 1).filter(({ from }) => from <= total);
  if (enough.length === 0) return { value, limit, params };
  const criteria = enough.every(({ noZero }) => noZero) ? zeroCriteria(of) : [];
  if (criteria.length > 0)
    return {
      value,
      limit,
      sentence: 'below-band.zero',
      params: { ...params, criteria: criteria.join(', ') },
    };
  const gates = cappingGates(of).map(({ code, text }) => (text === '' ? code : `“${text}”`));
  return { value, limit, sentence: 'below-band.capped', params: { ...params, gates: gates.join(', ') } };
}

function requiredIndex({ award, pool }: Case): number {
  return bandIndex(pool.context.set, award.requires.band ?? '');
}

function zeroCriteria({ nominee, pool }: Case): string[] {
  const zero = nominee.lines.filter((line) => compare(exactPoints(line) ?? 1, 0) === 0);
  const codes = new Set(zero.map(({ criterion }) => criterion));
  return pool.context.set.criteria
    .filter(({ role, code }) => role === 'base' && codes.has(code))
    .map(criterionName);
}

/** The failed gates that hold the rating below the required one. */
function cappingGates(of: Case): Criterion[] {
  const { set } = of.pool.context;
  return of.nominee.score.failedGates.filter(
    ({ effect }) => effect && 'capBand' in effect && bandIndex(set, effect.capBand) > requiredIndex(of),
  );
}
