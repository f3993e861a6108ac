import { type Actor, may } from '../../domain/access';
import { type NominationState, type Standing, shownState } from '../../domain/nomination-state';

/** Held and decided are the office's and the leadership's to know, until the results are published. */
export function stateFor(actor: Actor, row: Standing): NominationState {
  return seesAll(actor) ? row.state : shownState(row);
}

/** Whether the actor knows the ranking, and so everything that it is made of. */
export function seesAll(actor: Actor): boolean {
  return may(actor, 'allocation.read');
}
