import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { Statement } from '../../../platform/database/statement';
import { inScope } from '../../nominations/nomination.scope';

/** The units with nominations of this phase that the actor may see, in Vietnamese order. */
export function unitsOfPhase(
  reader: EntityManager,
  actor: Actor,
  phaseId: string,
): Promise<{ id: string; name: string }[]> {
  return new Statement(
    `SELECT u."id", u."name" FROM "unit" u
     WHERE EXISTS (SELECT 1 FROM "nomination" n WHERE n."unitId" = u."id" AND n."phaseId" = `,
  )
    .add('', phaseId)
    .also(new Statement(' AND '))
    .also(inScope(actor, 'nomination.read'))
    .also(new Statement(') ORDER BY u."sortKey", u."id"'))
    .run(reader);
}
