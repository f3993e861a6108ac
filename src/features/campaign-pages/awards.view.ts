import type { Award, Campaign, CriteriaSet, Threshold, VoteRule } from '../../domain/campaign';
import { quotaOf } from '../../domain/quota';
import { message } from '../../platform/messages/message';
import { provisionWords } from '../../platform/text/provision';
import type { QuotaStanding } from '../campaigns/quota.queries';
import { numberInWords } from '../awards/fact-words';

/** The numbers of participants, once the phase is open, and which lines were amended since. */
export interface QuotaGround {
  participants: Record<string, number>;
  lines: readonly Pick<QuotaStanding, 'award' | 'criteriaSet' | 'amended'>[];
}

/** The awards of a plan, the highest first: who decides, what is asked, and how many places each pool has. */
export function awardViews(campaign: Campaign, ground: QuotaGround | null) {
  return campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => ({
      name: award.name,
      decider: message(`award.${award.authority}`, { decider: award.decider }),
      requires: requirements(campaign, award),
      bonus: bonusText(award),
      quotas: campaign.criteriaSets.flatMap((set) => quotaLine(campaign, award, set, ground)),
    }));
}

function quotaLine(campaign: Campaign, award: Award, set: CriteriaSet, ground: QuotaGround | null) {
  const quota = quotaOf(award, set, ground?.participants ?? {});
  if (quota.kind === 'none') return [];
  const { line } = quota;
  const standing = ground?.lines.find((each) => each.award === award.code && each.criteriaSet === set.code);
  const limit = line.perUnitMax;
  return [
    {
      pool: poolName(set, campaign.criteriaSets),
      places: placesText(award, set, ground),
      amended: standing?.amended ? message('quota.amended') : '',
      perUnit: limit === undefined ? '' : message('quota.per-unit', { max: limit }),
      source: provisionWords(line.source ?? ''),
    },
  ];
}

/** `Tập thể`; where several sets are for one kind of subject, the title of the set. */
export function poolName(set: CriteriaSet, sets: readonly CriteriaSet[]): string {
  const kin = sets.filter(({ subject }) => subject === set.subject);
  return kin.length > 1 ? set.title : message(`pool.${set.subject}`);
}

/** `từ 1 đến 2 tập thể`; a share of participants stays one while nobody has said how many they are. */
function placesText(award: Award, set: CriteriaSet, ground: QuotaGround | null): string {
  const quota = quotaOf(award, set, ground?.participants ?? {});
  const kind = message(`dossier.kind.${set.subject}`);
  if (quota.kind !== 'range') return message('quota.not-stated');
  const { line, min, max } = quota;
  const percent = line.maxPercent;
  if (percent !== undefined && ground === null)
    return message('quota.percent', { percent: numberInWords(percent), kind });
  if (min === max) return message('quota.exact', { max, kind });
  return min > 0 ? message('quota.range', { min, max, kind }) : message('quota.most', { max, kind });
}

function requirements({ criteriaSets }: Campaign, { requires: { floor, band, vote } }: Award): string[] {
  const name = criteriaSets.flatMap(({ bands }) => bands).find(({ code }) => code === band)?.name ?? band;
  return [
    ...(floor === undefined ? [] : [message('award.floor', { points: numberInWords(floor) })]),
    ...(name === undefined ? [] : [message('award.band', { band: name })]),
    ...(vote === undefined ? [] : voteWords(vote)),
  ];
}

function voteWords({ quorum, pass, base }: VoteRule): string[] {
  return [
    ...(quorum === undefined ? [] : [message('award.quorum', { share: shareText(quorum) })]),
    message('award.vote', { share: shareText(pass), base: message(`vote-base.${base}`) }),
  ];
}

function shareText({ kind, numerator, denominator }: Threshold): string {
  return message(`share.${kind}`, { share: `${numerator}/${denominator}` });
}

const SUBJECTS = ['collective', 'individual', 'household'] as const;

function bonusText({ bonus }: Award): string {
  if (bonus === undefined) return '';
  const shares = SUBJECTS.flatMap((subject) => {
    const multiple = bonus[subject];
    const kind = message(`dossier.kind.${subject}`);
    return multiple === undefined
      ? []
      : [message('award.multiple', { kind, multiple: numberInWords(multiple) })];
  });
  return message('award.bonus', { shares: shares.join('; '), source: provisionWords(bonus.source ?? '') });
}
