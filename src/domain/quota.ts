import type { Award, CriteriaSet, Hundredths, QuotaLine } from './campaign';
import { wholeQuotient } from './points';
import { samePool } from './same-pool';

/** The quota of one award for one pool: how many places, or that the plan leaves the number open. */
export type Quota =
  | { kind: 'none' }
  | { kind: 'not-stated'; line: QuotaLine }
  | { kind: 'range'; line: QuotaLine; min: number; max: number };

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
