import type { Campaign, CriteriaSet, QuotaLine } from '../campaign';
import { type PoolKind, samePool } from '../same-pool';

export function setOf(campaign: Campaign, kind: PoolKind): CriteriaSet | undefined {
  return campaign.criteriaSets.find((set) => samePool(set, kind));
}

/** What a sentence calls the pool: `individual` or `individual/can-bo-xa`. */
export function poolText({ subject, audience }: PoolKind): string {
  return audience === undefined ? subject : `${subject}/${audience}`;
}

export function setsWithLine(campaign: Campaign, quota: QuotaLine[]): CriteriaSet[] {
  return campaign.criteriaSets.filter((set) => quota.some((line) => samePool(line, set)));
}
