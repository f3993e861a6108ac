import type { EntityManager } from 'typeorm';
import { type Actor, type Grant, type Right, grantsOf, may, mayOn } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Statement } from '../../platform/database/statement';
import type { NominationRow } from './nomination.entity';
import type { PhaseMoment } from '../campaigns/phase.queries';
import {
  type NominationFilter,
  type NominationLine,
  SHOWN_STATE,
  listNominations,
  nominationById,
} from './nomination.queries';

/** Loads a nomination that the actor may see; another's is as if it were not there (law 7). Throws `nomination-not-found`. */
export async function visibleNomination(
  reader: EntityManager,
  actor: Actor,
  id: string,
  right: Right = 'nomination.read',
): Promise<NominationRow> {
  const row = await nominationById(reader, id);
  if (!mayOn(actor, 'nomination.read', row) || !mayOn(actor, right, row))
    throw new DomainError('nomination-not-found', { nomination: id });
  return row;
}

/**
 * As `listNominations`, of what the actor may see. Who does not know the ranking is not told that a nomination was held,
 * decided or changed: neither by a column, nor by the order or the number of the lines.
 */
export async function visibleNominations(
  reader: EntityManager,
  actor: Actor,
  phase: PhaseMoment,
  filter: NominationFilter,
): Promise<[NominationLine[], number]> {
  const full = may(actor, 'allocation.read');
  const key = JSON.stringify([grantsOf(actor, 'nomination.read'), actor.unitId, full]);
  return listNominations(reader, phase, filter, {
    condition: inScope(actor, 'nomination.read'),
    key,
    full,
  });
}

/** The nominations `n` on which the actor has the right, as a condition; who has it nowhere finds nothing. */
export function inScope(actor: Actor, right: Right): Statement {
  const grants = grantsOf(actor, right);
  if (grants.length === 0) return new Statement('1 = 0');
  if (grants.some(isEverywhere)) return new Statement('1 = 1');
  const scope = new Statement('(');
  for (const [index, grant] of grants.entries()) {
    if (index > 0) scope.also(new Statement(' OR '));
    scope.also(within(grant, actor));
  }
  return scope.also(new Statement(')'));
}

function isEverywhere({ units, states, origin }: Grant): boolean {
  return units === undefined && states === undefined && origin === undefined;
}

function within({ units, states, shown, origin }: Grant, { unitId }: Actor): Statement {
  const all = new Statement('(1 = 1');
  if (units === 'own') all.add(' AND n."unitId" = ', unitId ?? '');
  if (states !== undefined) all.also(oneOf(shown ? SHOWN_STATE : 'n."state"', states));
  if (origin !== undefined) all.add(' AND n."origin" = ', origin);
  return all.also(new Statement(')'));
}

function oneOf(state: string, states: readonly string[]): Statement {
  const condition = new Statement(` AND ${state} IN (`);
  for (const [index, state] of states.entries()) condition.add(index > 0 ? ', ' : '', state);
  return condition.also(new Statement(')'));
}
