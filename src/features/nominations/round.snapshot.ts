import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import type { Round } from '../../domain/nomination';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import { type OpenPhase, openPhaseById } from '../campaigns/phase.queries';
import { roundOf } from './round.queries';

/** The plan and the round of a phase as they stood together. */
export interface Snapshot {
  campaign: Campaign;
  round: Round;
  /** The phase's counter of changes at that moment. */
  inputVersion: number;
}

const TRIES = 3;

/**
 * A round is read by several statements, and between two of them somebody may write: what was read counts when the
 * phase's `inputVersion` is still the same behind the last one. Where writers leave no such moment, it takes a turn.
 */
export async function phaseAtOneMoment(
  unitOfWork: UnitOfWork,
  find: (reader: EntityManager) => Promise<OpenPhase>,
): Promise<Snapshot> {
  const { reader } = unitOfWork;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const open = await find(reader);
    const round = await roundOf(reader, open);
    const { phase } = await openPhaseById(reader, open.phase.id);
    if (phase.inputVersion === open.phase.inputVersion) return snapshot(open, round);
  }
  return unitOfWork.run(SYSTEM, async ({ manager }) => {
    const open = await find(manager);
    return snapshot(open, await roundOf(manager, open));
  });
}

function snapshot({ campaign, phase: { inputVersion } }: OpenPhase, round: Round): Snapshot {
  return { campaign, round, inputVersion };
}
