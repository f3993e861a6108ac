import type { NominationResult } from '../../../domain/evaluation';
import { explainOutcome } from '../../../domain/explanation';
import { awardName } from '../../../domain/plan-names';
import type { DecisionStatus } from '../decision.entity';
import type { Evaluated } from '../evaluations';
import { pointsInWords } from '../fact-words';
import { outcomeText } from '../outcome.view';
import type { OrderedPool } from '../pool-order';
import type { Held } from '../succession';
import { message } from '../../../platform/messages/message';
import { cutLines } from './cuts';
import { codeAndUnit } from './person-words';
import { outcomeBadge } from './outcome-badge';

/** One line of the ranking as it is printed: a nomination, or a cut. */
type RankingRow = { cut: string } | ReturnType<typeof rowOf>;

/** The rows of one page, with the cuts that fall into it. */
export function rankingRows(
  evaluated: Evaluated,
  ordered: OrderedPool,
  { skip, take }: { skip: number; take: number },
  { base, decided }: { base: string; decided: readonly Held[] },
): RankingRow[] {
  const cuts = cutLines(evaluated.campaign, ordered);
  const end = skip + take;
  const shown = ordered.results.slice(skip, end);
  const isLastPage = end >= ordered.results.length;
  const before = (at: number) => cuts.filter((cut) => cut.before === at).map(({ text }) => ({ cut: text }));
  const standing = standingDecisions(decided);
  return [
    ...shown.flatMap((result, index) => [
      ...before(skip + index),
      rowOf(evaluated, result, { base, held: standing.get(result.nomination.code) }),
    ]),
    ...(isLastPage ? before(ordered.results.length) : []),
  ];
}

/** Who has an award now, by code. */
export function standingDecisions(decided: readonly Held[]): ReadonlyMap<string, Held> {
  return new Map(decided.filter(isStanding).map((each) => [each.code, each]));
}

function isStanding({ status }: { status: DecisionStatus }): boolean {
  return status === 'proposed' || status === 'confirmed';
}

function rowOf(
  evaluated: Evaluated,
  result: NominationResult,
  { base, held }: { base: string; held: Held | undefined },
) {
  const { nomination, rank, total, band } = result;
  const name = (award: string) => awardName(evaluated.campaign, award);
  return {
    rank: rank === null ? '–' : String(rank),
    name: nomination.name,
    detail: codeAndUnit(nomination),
    href: nomineeAddress(base, nomination.code),
    total: total === null ? '–' : pointsInWords(total),
    band: band ?? '',
    outcome: outcomeBadge(result, name),
    decision: held ? message(`decision.on-ranking.${held.status}`, { award: name(held.award) }) : '',
    isOut: rank === null,
    reasons: reasonsOf(evaluated, result),
  };
}

export function nomineeAddress(base: string, code: string): string {
  return `${base}/ho-so/${encodeURIComponent(code)}`;
}

/** The whole reason for each award, highest tier first. */
export function reasonsOf(
  { campaign, round, evaluation }: Evaluated,
  { nomination, outcomes }: NominationResult,
) {
  return Object.keys(outcomes).map((award) => ({
    award: awardName(campaign, award),
    text: outcomeText(explainOutcome(campaign, round, evaluation, nomination.code, award)),
  }));
}
