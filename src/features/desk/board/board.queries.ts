import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import type { NominationState } from '../../../domain/nomination-state';
import { Statement } from '../../../platform/database/statement';
import { inScope } from '../../nominations/nomination.scope';

/** A unit that takes part in a phase, with what it has sent. */
export interface UnitStanding {
  id: string;
  name: string;
  /** Number of nominations by state; a state without one has no key. */
  counts: Partial<Record<NominationState, number>>;
}

/**
 * Every unit that has an account or a nomination here, in Vietnamese order, with how far its nominations have come: two
 * queries, however many. Only what the actor may see is counted: a draft is its unit's own paper.
 */
export async function unitStandings(
  reader: EntityManager,
  actor: Actor,
  phaseId: string,
): Promise<UnitStanding[]> {
  const scope = inScope(actor, 'nomination.read');
  const units = await new Statement('SELECT u."id", u."name" FROM "unit" u WHERE EXISTS (')
    .also(new Statement(`SELECT 1 FROM "person" p WHERE p."unitId" = u."id" AND p."disabledAt" IS NULL`))
    .add(') OR EXISTS (SELECT 1 FROM "nomination" n WHERE n."unitId" = u."id" AND n."phaseId" = ', phaseId)
    .also(new Statement(' AND '))
    .also(scope)
    .also(new Statement(') ORDER BY u."sortKey", u."id"'))
    .run<{ id: string; name: string }>(reader);
  const counted = await new Statement(
    'SELECT n."unitId", n."state", COUNT(*) AS "number" FROM "nomination" n WHERE n."phaseId" = ',
  )
    .add('', phaseId)
    .also(new Statement(' AND '))
    .also(scope)
    .also(new Statement(' GROUP BY n."unitId", n."state"'))
    .run<{ unitId: string; state: NominationState; number: number | string }>(reader);
  const byUnit = new Map<string, UnitStanding['counts']>();
  for (const { unitId, state, number } of counted)
    byUnit.set(unitId, { ...byUnit.get(unitId), [state]: Number(number) });
  return units.map(({ id, name }) => ({ id, name, counts: byUnit.get(id) ?? {} }));
}
