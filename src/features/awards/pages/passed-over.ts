import { awardName, setTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import type { QuotaStanding } from '../../campaigns/quota.queries';
import type { Evaluated } from '../evaluations';
import { type Held, standingByCode } from '../succession';
import { inOrder } from './decide-page.view';
import { type LeaderPhase, groupAddress } from './leader-phase';

/** The places of one award and pool that would stay empty although the rules have somebody for them. */
export interface PassedOver {
  text: string;
  href: string;
}

/**
 * Where to end the deciding now would pass somebody over: places are left, and the rules give them to nominations on which
 * nobody has decided, or wait for people to settle a tie.
 */
export function passedOver(
  phase: LeaderPhase,
  { evaluation, campaign }: Evaluated,
  quotas: readonly QuotaStanding[],
  decided: readonly Held[],
): PassedOver[] {
  const standing = standingByCode(decided);
  return inOrder({ phase, quotas }).flatMap((line) => {
    const pool = evaluation.pools.find(({ criteriaSet }) => criteriaSet === line.criteriaSet);
    const result = pool?.awards.find(({ award }) => award === line.award);
    if (!result || line.taken >= (line.max ?? 0)) return [];
    const undecided = (codes: readonly string[]) => codes.filter((code) => !standing.has(code)).length;
    const named = { award: awardName(campaign, line.award), pool: setTitle(campaign, line.criteriaSet) };
    const tell = (key: string, many: number) =>
      many > 0 ? [{ text: message(key, { ...named, count: many }), href: groupAddress(phase, line) }] : [];
    return [
      ...tell('end-page.passed-over', undecided(result.recipients)),
      ...tell('end-page.tied', undecided(result.pending)),
    ];
  });
}
