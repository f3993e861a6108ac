import { allocate } from './allocation';
import type { Award, Campaign } from './campaign';
import { judge } from './eligibility';
import type { Round } from './nomination';
import type { AwardResult, NominationResult } from './outcome';
import { quotaOf } from './quota';
import { rank } from './ranking';
import { samePool } from './same-pool';
import { score } from './scoring';
import { type ScoringContext, scoringContext } from './scoring-context';
import { type Judgement, Standing } from './standing';

export type { AwardResult, NominationResult, OutcomeCode } from './outcome';
export type { ScoreLine, ScoreReason } from './score-line';

/** Everything that the rules say about one round: scored, ranked, judged and allocated. */
export interface Evaluation {
  pools: PoolResult[];
  /** By nomination code. */
  nominations: Map<string, NominationResult>;
}

export interface PoolResult {
  criteriaSet: string;
  context: ScoringContext;
  /** Every scored nomination, best first; a tie group side by side, by code. */
  ranking: readonly NominationResult[];
  /** One for each quota line with a maximum, highest tier first. */
  awards: AwardResult[];
}

/** Scores, ranks, judges and allocates one round by its campaign (spec §1–6). The order of the input does not matter. */
export function evaluate(campaign: Campaign, round: Round): Evaluation {
  const awards = campaign.awards.toSorted((a, b) => a.tier - b.tier);
  const nominations = new Map<string, NominationResult>();
  const pools = campaign.criteriaSets.map((set) => {
    const members = round.nominations.filter((nomination) => samePool(nomination, set));
    const context = scoringContext(campaign, set, members);
    const judgement: Judgement = ({ nomination, score: scored }, index) =>
      judge(awards[index] as Award, set, nomination, scored, round);
    const standings = members.map(
      (nomination) => new Standing(context, nomination, score(context, nomination), judgement),
    );
    for (const standing of standings) nominations.set(standing.code, standing);
    return settle(campaign, awards, context, standings, round);
  });
  return { pools, nominations };
}

/** Ranks a pool and allocates its awards. */
function settle(
  campaign: Campaign,
  awards: readonly Award[],
  context: ScoringContext,
  standings: readonly Standing[],
  round: Round,
): PoolResult {
  const groups = rank(
    context,
    campaign.tieBreaks,
    standings.filter(({ total }) => total !== null),
  );
  assignRanks(groups);
  const ranking = groups.flat();
  const allocations = allocate({
    lines: awards.map((award) => ({ award, quota: quotaOf(award, context.set, round.participants) })),
    ranking,
    minimum: campaign.policy.minimum,
    resolutions: round.tieResolutions.filter(({ criteriaSet }) => criteriaSet === context.set.code),
  });
  for (const standing of standings) standing.allocations = allocations;
  const results = allocations.flatMap(({ result }) => result ?? []);
  return { criteriaSet: context.set.code, context, ranking, awards: results };
}

/** Competition ranks, one for a tie group: 1, 2, 2, 4. */
function assignRanks(groups: readonly (readonly Standing[])[]): void {
  let above = 0;
  for (const group of groups) {
    for (const standing of group) standing.rank = above + 1;
    above += group.length;
  }
}
