import type { Campaign } from '../../src/domain/campaign';
import type { Evaluation, NominationResult } from '../../src/domain/evaluation';
import { type Fraction, roundHalfUp, toInteger } from '../reference/fraction';
import type { ReferenceEvaluation } from '../reference/reference';

/** What the engine and the reference both say about a round, in one form: keys in any order, points rounded for show. */
export function ofEngine(campaign: Campaign, { pools, nominations }: Evaluation) {
  return {
    pools: pools.map(({ criteriaSet, awards }) => ({
      criteriaSet,
      awards: awards.map(({ reserve: _reserve, ...award }) => award),
    })),
    nominations: Object.fromEntries(
      [...nominations].map(([code, result]) => {
        const { total, rank, band, award, outcomes } = result;
        return [code, { total, rank, band, award, outcomes, points: shownPoints(campaign, result) }];
      }),
    ),
  };
}

export function ofReference({ pools, nominations }: ReferenceEvaluation) {
  return {
    pools,
    nominations: Object.fromEntries(
      Object.entries(nominations).map(([code, { points, ...rest }]) => [
        code,
        {
          ...rest,
          points: Object.fromEntries(Object.entries(points).map(([key, value]) => [key, shown(value)])),
        },
      ]),
    ),
  };
}

/** Of a scored nomination. Gates carry no points; nothing entered on a bonus or penalty counts 0. */
function shownPoints(campaign: Campaign, { total, criteriaSet, lines }: NominationResult) {
  const set = campaign.criteriaSets.find(({ code }) => code === criteriaSet);
  const gates = set?.criteria.filter(({ role }) => role === 'gate').map(({ code }) => code) ?? [];
  const scored = lines.filter(({ criterion }) => total !== null && !gates.includes(criterion));
  return Object.fromEntries(
    scored.map(({ criterion, points, because }) => [criterion, because === 'not-entered' ? 0 : points]),
  );
}

function shown(points: Fraction | null): number | null {
  return points === null ? null : toInteger(roundHalfUp(points, 1));
}
