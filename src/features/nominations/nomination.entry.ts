import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { mustWait, stateOnEntry } from '../../domain/entered';
import { isInRound } from '../../domain/nomination-state';
import type { OpenPhase } from '../campaigns/phase.queries';
import { UnitRow } from '../units/unit.entity';
import type { Accepted } from './nomination.document';
import type { NominationRow } from './nomination.entity';
import type { Entry } from './nomination.store';

type Way = Pick<Entry, 'origin' | 'stateOf'>;

/** Where nominations stand that the actor takes in: a unit's as drafts, the office's as far on as their content says. */
export function entryFor(actor: Actor, { phase: { date } }: OpenPhase): Way {
  if (!may(actor, 'nomination.import'))
    return { origin: 'unit', stateOf: () => ({ state: 'draft', stateBefore: null }) };
  return {
    origin: 'office',
    stateOf: ({ nomination, criteriaSet }) => {
      const state = stateOnEntry(nomination, criteriaSet);
      const waits = state !== 'withdrawn' && mustWait(nomination, date);
      return waits ? { state: 'held', stateBefore: state } : { state, stateBefore: null };
    },
  };
}

/** What the audit calls it: an office's entry is a submission, a unit's not yet. */
export function verbOf({ state }: NominationRow): 'submit' | 'draft' {
  return isInRound(state) ? 'submit' : 'draft';
}

/** Throws `phase-closed` once leadership has concluded the phase. */
export function requireOpen({ phase: { code, concludedAt } }: OpenPhase): void {
  if (concludedAt !== null) throw new DomainError('phase-closed', { phase: code });
}

/**
 * A unit writes for itself, and only what is a unit's to say: no appraisal, no council sheet, no votes, no matter. Throws
 * `another-unit` or `unit-may-not-write`.
 */
export async function requireOwnText(
  manager: EntityManager,
  actor: Actor,
  accepted: readonly Accepted[],
): Promise<void> {
  if (actor.kind === 'system') return;
  const own = actor.unitId === null ? null : await manager.findOneBy(UnitRow, { id: actor.unitId });
  for (const { nomination } of accepted) {
    const { code, unit, scores, matters, ballots } = nomination;
    if (unit !== own?.name) throw new DomainError('another-unit', { code, unit: own?.name ?? '' });
    const others = [scores.appraisal !== undefined, scores.council !== undefined, matters.length > 0];
    if (others.includes(true) || Object.keys(ballots).length > 0)
      throw new DomainError('unit-may-not-write', { code });
  }
}
