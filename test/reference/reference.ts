import type { Campaign, CriteriaSet } from '../../src/domain/campaign';
import type { OutcomeCode } from '../../src/domain/evaluation';
import type { Nomination, Round } from '../../src/domain/nomination';
import { allocate, type ReferencePool } from './allocation';
import type { Fraction } from './fraction';
import { rankingOf, rankOf } from './ranking';
import { scoreOf } from './score';

export interface ReferenceNomination {
  total: number | null;
  rank: number | null;
  band: string | null;
  award: string | null;
  outcomes: Record<string, OutcomeCode>;
  /** Own points in the official layer, exact; null when dropped; empty without a total. */
  points: Record<string, Fraction | null>;
}

export interface ReferenceEvaluation {
  pools: ReferencePool[];
  nominations: Record<string, ReferenceNomination>;
}

/** The rules of the specification, §1–6, a second time: the slow and obvious way, for comparison only. */
export function referenceEvaluate(campaign: Campaign, round: Round): ReferenceEvaluation {
  const result: ReferenceEvaluation = { pools: [], nominations: {} };
  for (const set of campaign.criteriaSets) evaluatePool(campaign, round, set, result);
  return result;
}

function evaluatePool(campaign: Campaign, round: Round, set: CriteriaSet, result: ReferenceEvaluation): void {
  const members = round.nominations.filter((one) => belongs(one, set));
  const pool = members.map((nomination) => ({
    nomination,
    score: scoreOf(campaign, set, members, nomination, campaign.scoring.official),
  }));
  const groups = rankingOf(campaign, pool);
  const allocated = allocate(campaign, round, set, pool);
  result.pools.push(allocated.pool);
  for (const { nomination, score } of pool) {
    result.nominations[nomination.code] = {
      total: score.total,
      rank: rankOf(groups, nomination.code),
      band: score.band,
      award: allocated.taken.get(nomination.code) ?? null,
      outcomes: Object.fromEntries(allocated.outcomes.get(nomination.code) ?? []),
      points: Object.fromEntries(score.points),
    };
  }
}

function belongs({ subject, audience }: Nomination, set: CriteriaSet): boolean {
  return subject === set.subject && audience === set.audience;
}
