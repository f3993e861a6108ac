import type { EntityManager } from 'typeorm';
import type { NominationState } from '../../domain/nomination-state';
import { Statement } from '../../platform/database/statement';
import { searchKey } from '../../platform/text/search-key';
import { SHOWN_STATE } from '../nominations/nomination.queries';
import type { SessionRow } from './session.entity';

/** A nomination that can be put on the agenda. */
export interface Candidate {
  id: string;
  code: string;
  name: string;
  unit: string;
  criteriaSet: string;
  proposed: string | null;
  state: NominationState;
}

/** Appraised or before the council, and not on the agenda of this session: two queries. */
export async function candidatesFor(
  reader: EntityManager,
  { id, phaseId }: SessionRow,
  { q, skip, take }: { q: string; skip: number; take: number },
): Promise<[Candidate[], number]> {
  const from = () => {
    const statement = new Statement()
      .add(' FROM "nomination" n WHERE n."phaseId" = ', phaseId)
      .also(new Statement(` AND ${SHOWN_STATE} IN ('appraised', 'before-council')`))
      .also(new Statement(` AND (n."state" <> 'held' OR n."stateBefore" = 'before-council')`))
      .add(
        ` AND n."id" NOT IN (SELECT i."nominationId" FROM "council_item" i
          WHERE i."nominationId" IS NOT NULL AND i."state" <> 'annulled' AND i."sessionId" = `,
        id,
      )
      .also(new Statement(')'));
    return q === '' ? statement : statement.add(' AND n."searchKey" LIKE ', `%${searchKey(q)}%`);
  };
  const lines = await new Statement(
    `SELECT n."id", n."code", n."name", n."criteriaSet", n."proposed", n."state",
      (SELECT u."name" FROM "unit" u WHERE u."id" = n."unitId") AS "unit"`,
  )
    .also(from())
    .add(' ORDER BY n."criteriaSet", n."sortKey", n."code" LIMIT ', take)
    .add(' OFFSET ', skip)
    .run<Candidate>(reader);
  const [counted] = await new Statement('SELECT COUNT(*) AS "total"')
    .also(from())
    .run<{ total: number | string }>(reader);
  return [lines, Number(counted?.total ?? 0)];
}
