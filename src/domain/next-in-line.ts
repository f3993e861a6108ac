import type { Campaign } from './campaign';
import type { Evaluation, NominationResult, OutcomeCode, PoolResult } from './evaluation';
import type { Round } from './nomination';
import type { Entrant } from './pool';
import { quotaOf } from './quota';
import { tieGroups, walkingOrder } from './tie-resolution';

/** Who would come next for a place that has become free. */
export interface NextInLine {
  /** One code; several where they are tied and people have to choose; none where nobody eligible is left. */
  codes: string[];
  tied: boolean;
}

/** What has happened since the proposal was made. */
export interface Since {
  /** Whether the nomination holds this award or a higher one. A lower one is given back for it. */
  holds: (code: string) => boolean;
  /** Whether it is out: refused for this award, revoked, or its unit has all that a unit may have. */
  isOut: (nominee: { code: string; unit: string }) => boolean;
}

/**
 * The first in the walking order of the award (spec §6) who is eligible for it and neither holds it (nor a higher one) nor is
 * out. Of a tie group that nobody has resolved all are named: people choose.
 */
export function nextInLine(
  campaign: Campaign,
  round: Round,
  { pools }: Evaluation,
  { award, criteriaSet }: { award: string; criteriaSet: string },
  { holds, isOut }: Since,
): NextInLine {
  const pool = pools.find((each) => each.criteriaSet === criteriaSet);
  for (const group of pool ? groupsOf(campaign, round, pool, award) : []) {
    const left = group.filter(
      ({ outcome, code, unit }) => isEligible(outcome()) && !holds(code) && !isOut({ code, unit }),
    );
    if (left.length > 0) return { codes: left.map(({ code }) => code), tied: left.length > 1 };
  }
  return { codes: [], tied: false };
}

/** Of the outcomes for an award, those that speak of places and not of the nominee. */
const ELIGIBLE: ReadonlySet<OutcomeCode> = new Set([
  'awarded',
  'awarded-higher',
  'tie-pending',
  'blocked-by-tie',
  'unit-cap',
  'tie-left-vacant',
  'kept-for-minimum',
  'quota-full',
  'quota-not-stated',
]);

function isEligible(outcome: OutcomeCode | undefined): boolean {
  return outcome !== undefined && ELIGIBLE.has(outcome);
}

interface Waiting extends Entrant {
  /** Worked out when asked for. */
  outcome: () => OutcomeCode | undefined;
}

function* groupsOf(
  campaign: Campaign,
  round: Round,
  { context: { set }, ranking }: PoolResult,
  award: string,
): Generator<Waiting[]> {
  const awards = campaign.awards.toSorted((a, b) => a.tier - b.tier);
  const entrants = new Map(ranking.map((result) => [result.nomination.code, waiting(result, award)]));
  const pool = {
    lines: awards.map((each) => ({ award: each, quota: quotaOf(each, set, round.participants) })),
    ranking: [...entrants.values()],
    minimum: campaign.policy.minimum,
    resolutions: round.tieResolutions.filter(({ criteriaSet }) => criteriaSet === set.code),
  };
  const index = awards.findIndex(({ code }) => code === award);
  for (const group of tieGroups(walkingOrder(pool, index)))
    yield group.flatMap(({ code }) => entrants.get(code) ?? []);
}

function waiting(result: NominationResult, award: string): Waiting {
  const { nomination, rank } = result;
  const { code, unit } = nomination;
  return { code, unit, rank, verdict: () => null, outcome: () => result.outcomes[award] };
}
