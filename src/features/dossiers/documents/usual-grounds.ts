import type { Campaign, Day } from '../../../domain/campaign';
import { MINUTES_LINE } from '../papers/paper';
import { citation } from '../words/citation';
import { instrumentsOn } from '../words/legal-basis';

/** The law in force on a day and what the plan itself rests on, a line each without its last mark. */
export function instrumentLines(campaign: Campaign, day: Day): string[] {
  return [...instrumentsOn(day), ...campaign.legalBasis].map(citation);
}

/** All lines of căn cứ that no office has worded. */
export function usualGrounds(campaign: Campaign, day: Day): string[] {
  return [...instrumentLines(campaign, day), MINUTES_LINE];
}
