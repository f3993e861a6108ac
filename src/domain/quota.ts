import type { Award, Campaign, CriteriaSet, Hundredths, QuotaLine } from './campaign';
import { wholeQuotient } from './points';
import { samePool } from './same-pool';

/** The quota of one award for one pool: how many places, or that the plan leaves the number open. */
export type Quota =
  | { kind: 'none' }
  | { kind: 'not-stated'; line: QuotaLine }
  | { kind: 'range'; line: QuotaLine; min: number; max: number };

/** What the plan gives an award for the pool of a criteria set, both by their codes; undefined where it gives nothing. */
export function quotaLineOf(
  { awards, criteriaSets }: Campaign,
  { award: code, criteriaSet }: { award: string; criteriaSet: string },
): QuotaLine | undefined {
  const set = criteriaSets.find((each) => each.code === criteriaSet);
  return set && awards.find((each) => each.code === code)?.quota.find((line) => samePool(line, set));
}

/** Whether a line says how many places there are: without a number people decide (spec §5), which is not to have none. */
export function statesPlaces({ max, maxPercent }: Pick<QuotaLine, 'max' | 'maxPercent'>): boolean {
  return max !== undefined || maxPercent !== undefined;
}

/** The line with the set's subject and audience applies to its pool (spec §5). */
export function quotaOf(award: Award, set: CriteriaSet, participants: Record<string, number>): Quota {
  const line = award.quota.find((each) => samePool(each, set));
  if (!line) return { kind: 'none' };
  const max = line.max ?? percentOf(line.maxPercent, participants[set.code] ?? participants[set.subject]);
  return max === undefined ? { kind: 'not-stated', line } : { kind: 'range', line, min: line.min, max };
}

/** Rounded down; undefined where no percentage is stated. */
function percentOf(percent: Hundredths | undefined, participants = 0): number | undefined {
  if (percent === undefined) return undefined;
  return wholeQuotient(BigInt(percent) * BigInt(participants), 10_000n);
}
