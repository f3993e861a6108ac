import type { Campaign } from '../../domain/campaign';
import type { Round, TieResolution } from '../../domain/nomination';
import { NOMINATIONS_SCHEMA } from '../campaigns/phase.document';
import { nominationDocument } from './nomination.document';

/** The document form of a typed round (spec §2): reading it again gives the same. */
export function roundDocument(campaign: Campaign, round: Round): Record<string, unknown> {
  return {
    ...round,
    schema: NOMINATIONS_SCHEMA,
    nominations: round.nominations.map((nomination) => nominationDocument(campaign, nomination)),
    tieResolutions: round.tieResolutions.map(resolutionDocument),
  };
}

export function resolutionDocument({ leaveVacant, ...resolution }: TieResolution): object {
  return leaveVacant ? { ...resolution, leaveVacant } : resolution;
}
