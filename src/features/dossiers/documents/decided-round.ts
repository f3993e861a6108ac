import type { Award, Campaign, CriteriaSet } from '../../../domain/campaign';
import type { Evaluation, NominationResult } from '../../../domain/evaluation';
import type { KnownDecision } from '../../awards/own-result.view';
import { type AwardRound, awardRound } from './award-round';

/** What people decided on one nomination and one award. */
export interface RoundDecision extends KnownDecision {
  /** Code of the nomination. */
  nomination: string;
  wasConfirmed: boolean;
  /** Hash of the newest audit event of the decision, and where it stands in the chain (law 4). */
  auditHead: string;
  auditOrdinal: number;
}

/** An award as it is given: its recipients in the order of the decision. */
export interface DecidedRound extends AwardRound {
  /** Newest audit head of the decisions; null where none is known, as without a database. */
  auditHead: string | null;
  /** Codes of those whose award was revoked since: they keep their number, so that nobody else's changes. */
  revoked: ReadonlySet<string>;
}

/**
 * The award as people have given it or, as long as nothing is decided in the round, as the rules propose it. Who has been
 * revoked stays in the decision that was signed: the revocation is a paper of its own (Luật 06/2022/QH15 Điều 93.2).
 */
export function decidedRound({ campaign, evaluation, decisions }: Decided, award: Award): DecidedRound {
  const proposed = awardRound(campaign, evaluation, award);
  if (!decisions?.length) return { ...proposed, auditHead: null, revoked: new Set() };
  const given = decisions.filter((each) => each.award === award.code && isGiven(each));
  return {
    award,
    pools: proposed.pools.map((pool) => ({
      ...pool,
      recipients: recipientsIn(evaluation, pool.set, given),
      pending: [],
    })),
    auditHead: given.toSorted((a, b) => a.auditOrdinal - b.auditOrdinal).at(-1)?.auditHead ?? null,
    revoked: new Set(given.filter(({ status }) => status === 'revoked').map(({ nomination }) => nomination)),
  };
}

interface Decided {
  campaign: Campaign;
  evaluation: Evaluation;
  decisions?: readonly RoundDecision[];
}

function isGiven({ status, wasConfirmed }: RoundDecision): boolean {
  return status === 'confirmed' || (status === 'revoked' && wasConfirmed);
}

/** In the order in which they were decided: a rank can change by a revocation, a number in the golden book may not. */
function recipientsIn(
  { nominations }: Evaluation,
  set: CriteriaSet,
  given: readonly RoundDecision[],
): NominationResult[] {
  return [...new Set(given.map(({ nomination }) => nomination))]
    .flatMap((code) => nominations.get(code) ?? [])
    .filter(({ criteriaSet }) => criteriaSet === set.code);
}
