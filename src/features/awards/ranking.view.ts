import type { Campaign } from '../../domain/campaign';
import { compareCodes } from '../../domain/canonical';
import type { Evaluation } from '../../domain/evaluation';
import { explainOutcome } from '../../domain/explanation';
import type { Round } from '../../domain/nomination';
import type { AwardResult, NominationResult } from '../../domain/outcome';
import { formatPoints } from '../../domain/points';
import { outcomeText } from './outcome.view';

export interface RankedLine {
  rank: number | null;
  code: string;
  name: string;
  unit: string;
  /** Two decimals; null when withdrawn or not scored. */
  total: string | null;
  band: string | null;
  award: string | null;
  outcomes: Record<string, { code: string; text: string }>;
}

export interface RankedPool {
  criteriaSet: string;
  title: string;
  awards: AwardResult[];
  nominations: RankedLine[];
}

/** Each pool in ranking order, the unranked last; within one rank by code, which says nothing of merit. */
export function rankingView(campaign: Campaign, round: Round, evaluation: Evaluation): RankedPool[] {
  const results = [...evaluation.nominations.values()];
  return evaluation.pools.map(({ criteriaSet, awards }) => ({
    criteriaSet,
    title: campaign.criteriaSets.find(({ code }) => code === criteriaSet)?.title ?? criteriaSet,
    awards,
    nominations: results
      .filter((result) => result.criteriaSet === criteriaSet)
      .sort(byRank)
      .map((result) => lineOf(result, (award) => explained(campaign, round, evaluation, result, award))),
  }));
}

function byRank(a: NominationResult, b: NominationResult): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.rank ?? last) - (b.rank ?? last) || compareCodes(a.nomination.code, b.nomination.code);
}

function lineOf(
  { rank, nomination, total, band, award, outcomes }: NominationResult,
  text: (award: string) => string,
): RankedLine {
  const { code, name, unit } = nomination;
  return {
    rank,
    code,
    name,
    unit,
    total: total === null ? null : formatPoints(total),
    band,
    award,
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([each, outcome]) => [each, { code: outcome, text: text(each) }]),
    ),
  };
}

function explained(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  { nomination }: NominationResult,
  award: string,
): string {
  return outcomeText(explainOutcome(campaign, round, evaluation, nomination.code, award));
}
