import { type Actor, may } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { type NominationState, type Standing, shownState } from '../../domain/nomination-state';
import { message } from '../../platform/messages/message';

/** Held and decided are the office's and the leadership's to know, until the results are published. */
export function stateFor(actor: Actor, row: Standing): NominationState {
  return seesAll(actor) ? row.state : shownState(row);
}

/** Whether the actor knows the ranking, and so everything that it is made of. */
export function seesAll(actor: Actor): boolean {
  return may(actor, 'allocation.read');
}

/** Names the state as the actor sees it: a refusal tells no more than the page does. */
export function notInThisState(actor: Actor, row: Standing & { code: string }): DomainError {
  return new DomainError('not-in-this-state', {
    code: row.code,
    state: message(`state.${stateFor(actor, row)}`),
  });
}
