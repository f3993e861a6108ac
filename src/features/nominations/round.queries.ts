import type { EntityManager } from 'typeorm';
import { compareCodes } from '../../domain/canonical';
import type { Round, TieResolution } from '../../domain/nomination';
import type { OpenPhase } from '../campaigns/phase.queries';
import { rowsOf } from './nomination.queries';
import { isInRound } from '../../domain/nomination-state';
import { nominationOf } from './nomination.rows';
import { TieResolutionRow } from './tie-resolution.entity';

/**
 * The typed round of a phase, without what units are still writing or mending, as `readRound` would give it for the same content: nominations by code, sheets by member.
 * Seven queries, however many nominations.
 */
export async function roundOf(reader: EntityManager, { phase, campaign }: OpenPhase): Promise<Round> {
  const rows = await rowsOf(reader, { phaseId: phase.id });
  const resolutions = await reader.find(TieResolutionRow, {
    where: { phaseId: phase.id },
    order: { ordinal: 'ASC' },
  });
  return {
    campaign: campaign.code,
    phase: phase.code,
    date: phase.date,
    participants: phase.participants,
    ...(phase.council && { council: phase.council }),
    nominations: rows
      .filter(({ nomination }) => isInRound(nomination.state))
      .map(nominationOf)
      .sort((a, b) => compareCodes(a.code, b.code)),
    tieResolutions: resolutions.map(resolutionOf),
  };
}

export function resolutionOf({ order, ...row }: TieResolutionRow): TieResolution {
  const { criteriaSet, award, leaveVacant, reason, by, date } = row;
  return { criteriaSet, award, ...(order && { order }), leaveVacant, reason, by, date };
}
