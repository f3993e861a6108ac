import type { EntityManager } from 'typeorm';
import { PhaseRow } from './phase.entity';
import { type OpenPhase, openPhase, openPhaseById } from './phase.queries';

/** A phase in which something is being changed that proposals are made from. */
export interface TakenPhase extends OpenPhase {
  /** Only this file gives one: whatever writes such a change asks for it. */
  readonly taken: true;
}

/**
 * Loads an open phase for a change of its round, its head or its quotas. The proposals made so far are stale by it: no
 * decision is taken on them any more. Throws as `openPhase` does.
 */
export async function takePhase(
  manager: EntityManager,
  campaignCode: string,
  phaseCode: string,
): Promise<TakenPhase> {
  return taken(manager, await openPhase(manager, campaignCode, phaseCode));
}

/** As `takePhase`, for a phase known by its row. */
export async function takePhaseById(manager: EntityManager, id: string): Promise<TakenPhase> {
  return taken(manager, await openPhaseById(manager, id));
}

/**
 * As `takePhaseById`, where only what a unit is still writing changes: it is no input of a proposal, and no proposal grows
 * stale by it.
 */
export async function takeDraftsById(manager: EntityManager, id: string): Promise<TakenPhase> {
  return takeDrafts(manager, await openPhaseById(manager, id));
}

/** As `takeDraftsById`, for a phase that is loaded already. */
export async function takeDrafts(manager: EntityManager, open: OpenPhase): Promise<TakenPhase> {
  const draftVersion = open.phase.draftVersion + 1;
  await manager.update(PhaseRow, { id: open.phase.id }, { draftVersion });
  return { ...open, phase: { ...open.phase, draftVersion }, taken: true };
}

async function taken(manager: EntityManager, open: OpenPhase): Promise<TakenPhase> {
  const inputVersion = open.phase.inputVersion + 1;
  await manager.update(PhaseRow, { id: open.phase.id }, { inputVersion });
  return { ...open, phase: { ...open.phase, inputVersion }, taken: true };
}
