import type { Campaign, CriteriaSet, QuotaLine, Subject } from '../campaign';

interface Kind {
  subject: Subject;
  audience?: string;
}

/** A nomination, a set and a quota line meet by subject and audience; both without an audience match too. */
export function samePool(a: Kind, b: Kind): boolean {
  return a.subject === b.subject && a.audience === b.audience;
}

export function setOf(campaign: Campaign, kind: Kind): CriteriaSet | undefined {
  return campaign.criteriaSets.find((set) => samePool(set, kind));
}

/** What a sentence calls the pool: `individual` or `individual/can-bo-xa`. */
export function poolText({ subject, audience }: Kind): string {
  return audience === undefined ? subject : `${subject}/${audience}`;
}

export function setsWithLine(campaign: Campaign, quota: QuotaLine[]): CriteriaSet[] {
  return campaign.criteriaSets.filter((set) => quota.some((line) => samePool(line, set)));
}
