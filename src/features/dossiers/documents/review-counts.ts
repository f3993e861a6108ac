import type { Campaign } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import { groupedBy } from '../../../domain/grouped-by';
import type { RoundData } from './round-data';
import { recipientsOf } from './award-round';
import { decidedRound } from './decided-round';

/** Who receives each award and who waits for it to be decided, by their codes; highest award first. */
export type Given = {
  award: Campaign['awards'][number];
  awarded: ReadonlySet<string>;
  proposed: ReadonlySet<string>;
}[];

/** How many of one category were nominated, considered (scored and not withdrawn), and chosen for each award. */
export interface Counts {
  label: string;
  nominated: number;
  considered: number;
  /** Given or proposed, in the order of `Given`. */
  awards: number[];
  proposed: number;
  awarded: number;
}

/** Names of more awards would not go side by side: then their sum has to do. */
const MOST_AWARD_COLUMNS = 3;

/** The awards that have a column of their own in tables. */
export function columnAwards(given: Given): Given {
  return given.length > MOST_AWARD_COLUMNS ? [] : given;
}

/** The sums that say something: what is decided is not counted with what is only proposed. */
export function sumColumns(given: Given): ('proposed' | 'awarded')[] {
  const isProposed = given.some(({ proposed }) => proposed.size > 0);
  const isAwarded = given.some(({ awarded }) => awarded.size > 0);
  return given.length === 0
    ? []
    : [
        ...(isProposed || !isAwarded ? (['proposed'] as const) : []),
        ...(isAwarded ? (['awarded'] as const) : []),
      ];
}

/** As people have decided; what was revoked since is not counted. As long as nothing is decided, as the rules propose. */
export function givenIn(data: Pick<RoundData, 'campaign' | 'evaluation' | 'decisions'>): Given {
  return data.campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => {
      const decided = decidedRound(data, award);
      const codes = recipientsOf(decided).map(({ nomination }) => nomination.code);
      if (!data.decisions?.length) return { award, awarded: new Set(), proposed: new Set(codes) };
      const open = data.decisions.filter((one) => one.award === award.code && one.status === 'proposed');
      return {
        award,
        awarded: new Set(codes.filter((code) => !decided.revoked.has(code))),
        proposed: new Set(open.map(({ nomination }) => nomination)),
      };
    });
}

/** Everybody who is chosen for an award, decided or not. */
export function chosenFor({ awarded, proposed }: Given[number]): ReadonlySet<string> {
  return new Set([...awarded, ...proposed]);
}

export function countsOf(label: string, results: readonly NominationResult[], given: Given): Counts {
  const within = (sets: readonly ReadonlySet<string>[]) =>
    results.filter(({ nomination }) => sets.some((codes) => codes.has(nomination.code))).length;
  return {
    label,
    nominated: results.length,
    considered: results.filter(({ total }) => total !== null).length,
    awards: given.map((one) => within([chosenFor(one)])),
    proposed: within(given.map(({ proposed }) => proposed)),
    awarded: within(given.map(({ awarded }) => awarded)),
  };
}

/** One row for each category that somebody is in, in the given order; categories beyond it follow by their labels. */
export function countsBy(
  results: readonly NominationResult[],
  given: Given,
  labelOf: (result: NominationResult) => string,
  order: readonly string[] = [],
): Counts[] {
  const groups = groupedBy(results, labelOf);
  const labels = new Set([...order, ...groups.keys()]);
  return [...labels].flatMap((label) => {
    const group = groups.get(label);
    return group ? [countsOf(label, group, given)] : [];
  });
}
