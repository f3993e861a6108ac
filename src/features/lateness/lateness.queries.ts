import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { Statement } from '../../platform/database/statement';
import type { Bound } from '../deadlines/due';
import { inScope } from '../nominations/nomination.scope';

/** A returned nomination, for whoever may let it be late. */
export interface Returned extends Bound {
  code: string;
  name: string;
  unit: string;
}

/** A longer list than this is worked off from the top: who is out, comes up. */
const MOST_SHOWN = 100;

/** The returned nominations of a phase that the actor may see, the longest returned first. */
export function returnedNominations(
  reader: EntityManager,
  actor: Actor,
  phaseId: string,
  most = MOST_SHOWN,
): Promise<Returned[]> {
  return new Statement(`SELECT n."id", n."unitId", n."state", n."stateSince", n."code", n."name", u."name" AS "unit"
    FROM "nomination" n JOIN "unit" u ON u."id" = n."unitId" WHERE `)
    .also(inScope(actor, 'nomination.read'))
    .add(` AND n."state" = 'returned' AND n."phaseId" = `, phaseId)
    .add(' ORDER BY n."stateSince", n."code" LIMIT ', most)
    .run<Returned>(reader);
}

/** One allowance that the office has given. */
export interface GrantedLine {
  kind: 'submission' | 'answer';
  /** By its former name where it has become part of another. */
  unit: string;
  /** Code of the nomination; null where it holds for the whole unit. */
  code: string | null;
  until: string | null;
  reason: string;
  by: string;
  at: string;
}

/** The allowances of a phase, the latest first. */
export async function grantedLines(
  reader: EntityManager,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[GrantedLine[], number]> {
  const [counted] = await reader.sql<{ total: number | string }[]>`
    SELECT COUNT(*) AS "total" FROM "deadline_override" WHERE "phaseId" = ${phaseId}`;
  const lines = await reader.sql<GrantedLine[]>`
    SELECT o."kind", COALESCE(u."name", f."name") AS "unit", n."code", o."until", o."reason", o."by", o."at"
    FROM "deadline_override" o LEFT JOIN "unit" u ON u."id" = o."unitId" LEFT JOIN "former_unit" f ON f."id" = o."unitId"
    LEFT JOIN "nomination" n ON n."id" = o."nominationId"
    WHERE o."phaseId" = ${phaseId} ORDER BY o."ordinal" DESC LIMIT ${take} OFFSET ${skip}`;
  return [lines, Number(counted?.total ?? 0)];
}
