import type { Award, Campaign, CriteriaSet, Subject } from '../../../domain/campaign';
import type { AwardResult, Evaluation, NominationResult, OutcomeCode } from '../../../domain/evaluation';

/** One award over all pools: what its tờ trình and its list speak of. */
export interface AwardRound {
  award: Award;
  pools: AwardPool[];
}

export interface AwardPool {
  set: CriteriaSet;
  result: AwardResult;
  /** In ranking order. */
  recipients: NominationResult[];
  /** Tied at the cut: people decide. */
  pending: NominationResult[];
  /** Ranked above the last recipient, or where places are left kept from one by a matter or an earlier award; in ranking order. */
  passedOver: NominationResult[];
  /** A tie over a higher award keeps some of this pool from being decided. */
  waiting: boolean;
}

/** Collectives first, as tờ trình and decisions list them. */
export const SUBJECTS: readonly Subject[] = ['collective', 'household', 'individual'];

const known = new WeakMap<Evaluation, Map<Award, AwardRound>>();

/** Every paper of an award asks for it, and to go through a large ranking takes its time: it is kept with the evaluation. */
export function awardRound(campaign: Campaign, evaluation: Evaluation, award: Award): AwardRound {
  const rounds = known.get(evaluation) ?? new Map<Award, AwardRound>();
  const round = rounds.get(award) ?? newAwardRound(campaign, evaluation, award);
  known.set(evaluation, rounds.set(award, round));
  return round;
}

function newAwardRound(campaign: Campaign, evaluation: Evaluation, award: Award): AwardRound {
  const pools = campaign.criteriaSets.flatMap((set) => {
    const pool = evaluation.pools.find(({ criteriaSet }) => criteriaSet === set.code);
    const result = pool?.awards.find((each) => each.award === award.code);
    if (!pool || !result) return [];
    const resultsOf = (codes: string[]) => codes.flatMap((code) => evaluation.nominations.get(code) ?? []);
    const waiting = pool.ranking.some(({ outcomes }) => outcomes[award.code] === 'blocked-by-tie');
    const recipients = resultsOf(result.recipients);
    const passedOver = passedOverIn(pool.ranking, award, {
      recipients,
      hasPlaces: result.filled < result.max,
    });
    return [{ set, result, recipients, pending: resultsOf(result.pending), passedOver, waiting }];
  });
  return { award, pools: pools.toSorted((a, b) => orderOf(a.set) - orderOf(b.set)) };
}

const KEPT: readonly (OutcomeCode | undefined)[] = ['hold', 'discipline', 'already-awarded'];

function passedOverIn(
  ranking: readonly NominationResult[],
  { code }: Award,
  { recipients, hasPlaces }: { recipients: readonly NominationResult[]; hasPlaces: boolean },
): NominationResult[] {
  const last = Math.max(0, ...recipients.map(({ rank }) => rank ?? 0));
  return ranking.filter(({ rank, outcomes }) => {
    const outcome = outcomes[code];
    const isAbove = (rank ?? last) < last && outcome !== 'awarded' && outcome !== 'tie-pending';
    return isAbove || (hasPlaces && KEPT.includes(outcome));
  });
}

export function recipientsOf({ pools }: AwardRound): NominationResult[] {
  return pools.flatMap(({ recipients }) => recipients);
}

/** Sorting is stable: sets of one subject stay in the order of the campaign. */
function orderOf({ subject }: CriteriaSet): number {
  return SUBJECTS.indexOf(subject);
}
