import { groupedBy } from '../../../domain/grouped-by';
import type { Award } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import { explainOutcome } from '../../../domain/explanation';
import { message } from '../../../platform/messages/message';
import { outcomeText } from '../../awards/outcome.view';
import type { RoundData } from '../documents/round-data';

/** Reasons that rest on a provision, which goes with them. */
const CITED: readonly string[] = ['hold', 'discipline', 'already-awarded', 'awarded-higher', 'gate'];

/** Why somebody is not proposed for an award, in few words: not what exactly is looked into, which is not for everybody who reads the paper (law 7). */
export function leftReason(
  { campaign, round, evaluation }: Pick<RoundData, 'campaign' | 'round' | 'evaluation'>,
  award: Pick<Award, 'code'>,
  { nomination, outcomes }: NominationResult,
): string {
  const [kind = ''] = (outcomes[award.code] ?? '').split(':');
  const isRevoked = kind === 'withdrawn' && nomination.revoked;
  const key = `dossier.left.${isRevoked ? 'withdrawn.revoked' : kind}`;
  if (!CITED.includes(kind)) return message(key);
  return outcomeText(explainOutcome(campaign, round, evaluation, nomination.code, award.code), key);
}

/** One line for each reason, with all of whom it holds: `- Ông A; Bà B: hết chỉ tiêu`. */
export function linesByReason(left: readonly { who: string; reason: string }[]): string[] {
  return [...groupedBy(left, ({ reason }) => reason)].map(
    ([reason, group]) => `- ${group.map(({ who }) => who).join('; ')}: ${reason}`,
  );
}
