import type { Campaign } from '../../domain/campaign';
import type { Evaluation } from '../../domain/evaluation';
import { explainOutcome } from '../../domain/explanation';
import type { Round } from '../../domain/nomination';
import type { AwardResult, NominationResult } from '../../domain/outcome';
import { formatPoints } from '../../domain/points';
import { setTitle } from '../../domain/plan-names';
import { Page, type PageQuery } from '../../platform/http/page';
import { outcomeText } from './outcome.view';
import { orderedPools } from './pool-order';
import type { RankingQuery } from './ranking.dto';

interface RankedLine {
  criteriaSet: string;
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

/** A pool as a whole: what its awards came to, and how many nominations it has. */
interface RankedPool {
  criteriaSet: string;
  title: string;
  awards: AwardResult[];
  total: number;
}

/** One page of the lines of all pools, or of the pool asked for, with the pools beside it. */
class RankingPage extends Page<RankedLine> {
  constructor(
    readonly pools: RankedPool[],
    found: [RankedLine[], number],
    query: PageQuery,
  ) {
    super(...found, query.page, query.size);
  }
}

/**
 * Pool after pool, each in ranking order, the unranked last; within one rank by code, which says nothing of merit. Only
 * the lines of the page are explained: an explanation looks at the whole pool.
 */
export function rankingView(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  query: RankingQuery,
): RankingPage {
  const wanted = orderedPools(evaluation).filter(
    ({ pool }) => query.criteriaSet === undefined || pool.criteriaSet === query.criteriaSet,
  );
  const lines = wanted.flatMap(({ results }) => results);
  const { skip, take } = Page.range(query);
  const page = lines
    .slice(skip, skip + take)
    .map((result) => lineOf(result, (award) => explained(campaign, round, evaluation, result, award)));
  const pools = wanted.map(({ pool: { criteriaSet, awards }, results }) => ({
    criteriaSet,
    title: setTitle(campaign, criteriaSet),
    awards,
    total: results.length,
  }));
  return new RankingPage(pools, [page, lines.length], query);
}

function lineOf(
  { criteriaSet, rank, nomination, total, band, award, outcomes }: NominationResult,
  text: (award: string) => string,
): RankedLine {
  const { code, name, unit } = nomination;
  return {
    criteriaSet,
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
