import type { Award, Campaign, QuotaLine } from '../../domain/campaign';
import { quotaOf } from '../../domain/quota';
import { newId } from '../../platform/database/new-id';
import type { PlaceRow } from './place.entity';
import type { QuotaLineRow } from './quota-line.entity';

/** One quota line for each pool of each award that the plan gives one; `not-stated` has no place. */
export function quotaLinesOf(
  campaign: Campaign,
  phaseId: string,
  participants: Record<string, number>,
): QuotaLineRow[] {
  return campaign.awards.flatMap((award) =>
    campaign.criteriaSets.flatMap((set) => {
      const quota = quotaOf(award, set, participants);
      if (quota.kind === 'none') return [];
      const capacity = quota.kind === 'range' ? quota.max : 0;
      return [{ id: newId(), phaseId, award: award.code, criteriaSet: set.code, amended: false, capacity }];
    }),
  );
}

/** Free places with the ordinals after `from` up to the capacity of the line. */
export function placesOf(
  { id: quotaLineId, capacity }: Pick<QuotaLineRow, 'id' | 'capacity'>,
  from = 0,
): PlaceRow[] {
  return Array.from({ length: Math.max(0, capacity - from) }, (_, index) => ({
    id: newId(),
    quotaLineId,
    capacity,
    ordinal: from + index + 1,
    nominationId: null,
  }));
}

/** The plan as it stands after the amendments of one phase; without any, the plan itself. */
export function amendedCampaign(campaign: Campaign, lines: readonly QuotaLineRow[]): Campaign {
  const amended = lines.filter((line) => line.amended);
  if (amended.length === 0) return campaign;
  return { ...campaign, awards: campaign.awards.map((award) => amendedAward(campaign, award, amended)) };
}

function amendedAward({ criteriaSets }: Campaign, award: Award, amended: readonly QuotaLineRow[]): Award {
  const amend = (line: QuotaLine): QuotaLine => {
    const set = criteriaSets.find(
      ({ subject, audience }) => subject === line.subject && audience === line.audience,
    );
    const row = amended.find((each) => each.award === award.code && each.criteriaSet === set?.code);
    if (!row) return line;
    const { maxPercent: _replaced, ...rest } = line;
    return { ...rest, max: row.capacity };
  };
  return { ...award, quota: award.quota.map(amend) };
}
