import type { Campaign } from '../../domain/campaign';
import { canonicalJson, compareCodes } from '../../domain/canonical';
import type { Evaluation } from '../../domain/evaluation';
import { type Explanation, type Fact, explainOutcome } from '../../domain/explanation';
import type { Nomination, Round } from '../../domain/nomination';
import type { AwardResult, NominationResult } from '../../domain/outcome';
import { formatPoints } from '../../domain/points';
import { sha256Hex } from '../../platform/hash';
import { lineText, outcomeText } from './outcome.view';

/** The canonical JSON of both inputs: what a decision freezes, what is hashed, and what a replay reads. */
export function frozenInputs(campaign: Campaign, round: Round): { campaign: string; nominations: string } {
  const nominations = round.nominations.map(inOrder).sort((a, b) => compareCodes(a.code, b.code));
  return { campaign: canonicalJson(campaign), nominations: canonicalJson({ ...round, nominations }) };
}

/**
 * result.json (schema `thidua/result@1`, spec §7): canonical, the same bytes for the same inputs and engine version.
 * `reasons` adds to each outcome its sentence, article, value, limit and margin. `frozen`: the inputs, by whoever has them already.
 */
export function resultJson(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  engine: string,
  frozen = frozenInputs(campaign, round),
): string {
  return canonicalJson({
    schema: 'thidua/result@1',
    campaign: campaign.code,
    phase: round.phase,
    date: round.date,
    engine,
    inputs: { campaign: sha256Hex(frozen.campaign), nominations: sha256Hex(frozen.nominations) },
    assumptions: campaign.assumptions,
    pools: evaluation.pools.map(({ criteriaSet, awards }) => ({
      criteriaSet,
      awards: awards.map(awardView),
    })),
    nominations: Object.fromEntries(
      [...evaluation.nominations].map(([code, nominee]) => [
        code,
        { ...nominationView(campaign, nominee), reasons: reasonsOf(campaign, round, evaluation, nominee) },
      ]),
    ),
  });
}

/** Council sheets by member: a set has no first one. */
function inOrder(nomination: Nomination): Nomination {
  const council = nomination.scores.council?.toSorted((a, b) => compareCodes(a.member, b.member));
  return { ...nomination, scores: { ...nomination.scores, council } };
}

function awardView({ offered: _, ...award }: AwardResult) {
  return award;
}

function nominationView(
  campaign: Campaign,
  { criteriaSet, total, rank, band, award, outcomes, lines }: NominationResult,
) {
  const criteria = campaign.criteriaSets.find(({ code }) => code === criteriaSet)?.criteria ?? [];
  return {
    total: total === null ? null : formatPoints(total),
    rank,
    band,
    award,
    outcomes,
    lines: lines.flatMap((line) => {
      const criterion = criteria.find(({ code }) => code === line.criterion);
      if (!criterion) return [];
      const points = line.points === null ? null : formatPoints(line.points);
      return {
        criterion: line.criterion,
        points,
        max: formatPoints(line.max),
        because: lineText(line, criterion),
      };
    }),
  };
}

function reasonsOf(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  { nomination, outcomes }: NominationResult,
) {
  const explain = (award: string) => explainOutcome(campaign, round, evaluation, nomination.code, award);
  return Object.fromEntries(Object.keys(outcomes).map((award) => [award, reasonView(explain(award))]));
}

function reasonView(explanation: Explanation) {
  const { article, value, limit, margin } = explanation;
  return {
    text: outcomeText(explanation),
    article,
    value: figure(value),
    limit: figure(limit),
    margin: figure(margin),
  };
}

/** Points as strings with two decimals, shares as `2/3`, counts as numbers. */
function figure(fact: Fact | undefined): string | number | undefined {
  if (fact === undefined || typeof fact === 'string' || typeof fact === 'number') return fact;
  if ('points' in fact) return formatPoints(fact.points);
  if ('day' in fact) return fact.day;
  if ('term' in fact) return fact.term;
  return `${fact.share.numerator}/${fact.share.denominator}`;
}
