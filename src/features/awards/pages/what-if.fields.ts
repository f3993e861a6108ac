import type { Award, CriteriaSet } from '../../../domain/campaign';
import type { AwardResult } from '../../../domain/evaluation';
import { quotaOf } from '../../../domain/quota';
import type { Evaluated } from '../evaluations';
import { pointsInWords } from '../fact-words';

/** The places of one award for one pool. */
interface PlacesField {
  id: string;
  award: Award;
  set: CriteriaSet;
  /** As text; '' where the plan states no number. */
  now: string;
}

/** The floor of one award; '' where it has none. */
interface FloorField {
  id: string;
  award: Award;
  now: string;
}

/** A tie at a cut: who of its members goes first, or that the places stay empty. */
export interface TieField {
  id: string;
  award: Award;
  set: CriteriaSet;
  result: AwardResult;
}

export interface WhatIfFields {
  places: PlacesField[];
  floors: FloorField[];
  ties: TieField[];
  /** Resolutions that the round has already. */
  resolved: number;
}

/** What can be tried, each with a field of its own: codes may hold any character, numbers do not. */
export function whatIfFields({ campaign, round, evaluation }: Evaluated): WhatIfFields {
  const awards = campaign.awards.toSorted((a, b) => a.tier - b.tier);
  const pairs = awards.flatMap((award, row) =>
    campaign.criteriaSets.map((set, column) => ({ award, set, at: `${row + 1}-${column + 1}` })),
  );
  return {
    places: pairs.flatMap(({ award, set, at }) => placesField(award, set, round.participants, `suat-${at}`)),
    floors: awards.map((award, row) => ({ id: `san-${row + 1}`, award, now: floorText(award) })),
    ties: pairs.flatMap(({ award, set, at }) => {
      const pool = evaluation.pools.find(({ criteriaSet }) => criteriaSet === set.code);
      const result = pool?.awards.find((each) => each.award === award.code);
      return result && result.pending.length > 0 ? [{ id: `dong-${at}`, award, set, result }] : [];
    }),
    resolved: round.tieResolutions.length,
  };
}

function placesField(
  award: Award,
  set: CriteriaSet,
  participants: Record<string, number>,
  id: string,
): PlacesField[] {
  const quota = quotaOf(award, set, participants);
  if (quota.kind === 'none') return [];
  return [{ id, award, set, now: quota.kind === 'range' ? String(quota.max) : '' }];
}

function floorText({ requires: { floor } }: Award): string {
  return floor === undefined ? '' : pointsInWords(floor);
}
