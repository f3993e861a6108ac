import type { EntityManager } from 'typeorm';
import { compareCodes } from '../../domain/canonical';
import type { Round, TieResolution } from '../../domain/nomination';
import { isInRound } from '../../domain/nomination-state';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { NominationRow } from './nomination.entity';
import { rowsOf } from './nomination.queries';
import { nominationOf } from './nomination.rows';
import { TieResolutionRow } from './tie-resolution.entity';

/**
 * The typed round of a phase, without what units are still writing or mending, as `readRound` would give it for the same content: nominations by code, sheets by member.
 * Seven queries, however many nominations.
 */
export async function roundOf(reader: EntityManager, { phase, campaign }: OpenPhase): Promise<Round> {
  const rows = await rowsOf(reader, { phaseId: phase.id });
  const there = rows.filter(({ nomination }) => isInRound(nomination.state));
  return {
    campaign: campaign.code,
    phase: phase.code,
    date: phase.date,
    participants: phase.participants,
    ...(phase.council && { council: phase.council }),
    nominations: there.map(nominationOf).sort((a, b) => compareCodes(a.code, b.code)),
    tieResolutions: await resolutionsAmong(
      reader,
      phase.id,
      there.map(({ nomination }) => nomination),
    ),
  };
}

/**
 * How people have settled the ties of a phase, among these nominations of it. Who was given back to its unit has no place
 * in an order meanwhile, and has it again when it comes back: what was recorded stays.
 */
export async function resolutionsAmong(
  reader: EntityManager,
  phaseId: string,
  nominations: readonly Pick<NominationRow, 'code' | 'criteriaSet'>[],
): Promise<TieResolution[]> {
  const rows = await reader.find(TieResolutionRow, { where: { phaseId }, order: { ordinal: 'ASC' } });
  const sets = new Map(nominations.map(({ code, criteriaSet }) => [code, criteriaSet]));
  return rows.map(resolutionOf).flatMap((resolution) => {
    const order = resolution.order?.filter((code) => sets.get(code) === resolution.criteriaSet);
    if (order?.length === 0) return [];
    return [order ? { ...resolution, order } : resolution];
  });
}

export function resolutionOf({ order, ...row }: TieResolutionRow): TieResolution {
  const { criteriaSet, award, leaveVacant, reason, by, date } = row;
  return { criteriaSet, award, ...(order && { order }), leaveVacant, reason, by, date };
}
