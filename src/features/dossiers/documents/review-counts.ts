import type { Campaign } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { RoundData } from './round-data';
import { recipientsOf } from './award-round';
import { decidedRound } from './decided-round';

/** Codes of those who receive each award, highest award first. */
export type Given = { award: Campaign['awards'][number]; codes: ReadonlySet<string> }[];

/** How many of one category were nominated, considered (scored and not withdrawn), and given each award. */
export interface Counts {
  label: string;
  nominated: number;
  considered: number;
  /** In the order of `Given`. */
  awards: number[];
  awarded: number;
}

/** Names of more awards would not go side by side: then their sum has to do. */
const MOST_AWARD_COLUMNS = 3;

/** The awards that have a column of their own in tables. */
export function columnAwards(given: Given): Given {
  return given.length > MOST_AWARD_COLUMNS ? [] : given;
}

/** As people have decided or, as long as nothing is decided, as the rules propose; what was revoked since is not counted. */
export function givenIn(data: Pick<RoundData, 'campaign' | 'evaluation' | 'decisions'>): Given {
  return data.campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => {
      const decided = decidedRound(data, award);
      const codes = recipientsOf(decided).map(({ nomination }) => nomination.code);
      return { award, codes: new Set(codes.filter((code) => !decided.revoked.has(code))) };
    });
}

export function countsOf(label: string, results: readonly NominationResult[], given: Given): Counts {
  const has = (codes: ReadonlySet<string>) =>
    results.filter(({ nomination }) => codes.has(nomination.code)).length;
  const all = new Set(given.flatMap(({ codes }) => [...codes]));
  return {
    label,
    nominated: results.length,
    considered: results.filter(({ total }) => total !== null).length,
    awards: given.map(({ codes }) => has(codes)),
    awarded: has(all),
  };
}

/** One row for each category that somebody is in, in the given order; categories beyond it follow by their labels. */
export function countsBy(
  results: readonly NominationResult[],
  given: Given,
  labelOf: (result: NominationResult) => string,
  order: readonly string[] = [],
): Counts[] {
  const groups = new Map<string, NominationResult[]>(order.map((label) => [label, []]));
  for (const result of results) {
    const label = labelOf(result);
    groups.set(label, [...(groups.get(label) ?? []), result]);
  }
  return [...groups].filter(([, of]) => of.length > 0).map(([label, of]) => countsOf(label, of, given));
}
