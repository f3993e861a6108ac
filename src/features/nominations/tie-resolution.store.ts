import type { TieResolution } from '../../domain/nomination';
import { newId } from '../../platform/database/new-id';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { TakenPhase } from '../campaigns/phase.desk';
import { TieResolutionRow } from './tie-resolution.entity';

/** Adds a checked resolution after those that the phase has. */
export async function recordResolution(
  { manager, audit }: Transaction,
  { phase }: TakenPhase,
  resolution: TieResolution,
): Promise<TieResolutionRow> {
  const last = (await manager.maximum(TieResolutionRow, 'ordinal', { phaseId: phase.id })) ?? 0;
  const { order = null, ...said } = resolution;
  const row: TieResolutionRow = { id: newId(), phaseId: phase.id, ordinal: last + 1, ...said, order };
  await manager.insert(TieResolutionRow, row);
  await audit.record({ action: 'tie.resolve', subject: { type: 'phase', id: phase.id }, after: resolution });
  return row;
}
