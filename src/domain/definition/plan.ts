import type { Campaign, CriteriaSet, Criterion, Subject } from '../campaign';

/** A campaign made quick to ask, for reading many nominations. */
export interface Plan {
  campaign: Campaign;
  /** Codes of the awards, and the same for a sentence. */
  awards: ReadonlySet<string>;
  awardList: string;
  pool(subject: Subject, audience: string | undefined): Pool | undefined;
}

export interface Pool {
  set: CriteriaSet;
  criteria: ReadonlyMap<string, Criterion>;
  /** Codes of all criteria, for a sentence. */
  criterionList: string;
}

export function planOf(campaign: Campaign): Plan {
  const pools = new Map(campaign.criteriaSets.map((set) => [keyOf(set.subject, set.audience), poolOf(set)]));
  const awards = campaign.awards.map(({ code }) => code);
  return {
    campaign,
    awards: new Set(awards),
    awardList: awards.join(', '),
    pool: (subject, audience) => pools.get(keyOf(subject, audience)),
  };
}

function keyOf(subject: Subject, audience: string | undefined): string {
  return audience === undefined ? subject : `${subject}/${audience}`;
}

function poolOf(set: CriteriaSet): Pool {
  const criteria = new Map(set.criteria.map((criterion) => [criterion.code, criterion]));
  return { set, criteria, criterionList: [...criteria.keys()].join(', ') };
}
