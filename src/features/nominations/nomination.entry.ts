import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { mustWait, stateOnEntry } from '../../domain/entered';
import { isInRound } from '../../domain/nomination-state';
import { phaseTitle } from '../../domain/plan-names';
import { type TakenPhase, takeDrafts, takePhase } from '../campaigns/phase.desk';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
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
export function requireOpen({ campaign, phase: { code, concludedAt } }: OpenPhase): void {
  if (concludedAt !== null) throw new DomainError('phase-closed', { phase: phaseTitle(campaign, code) });
}

/** A unit's draft is no input of a proposal; what the office enters is. */
export async function phaseFor(
  manager: EntityManager,
  actor: Actor,
  campaignCode: string,
  phaseCode: string,
): Promise<TakenPhase> {
  if (may(actor, 'nomination.import')) return takePhase(manager, campaignCode, phaseCode);
  return takeDrafts(manager, await openPhase(manager, campaignCode, phaseCode));
}
