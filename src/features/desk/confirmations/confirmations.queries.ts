import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { Statement } from '../../../platform/database/statement';
import { searchKey } from '../../../platform/text/search-key';
import type { ConfirmationResult } from '../../appraisal/confirmation.entity';
import { inScope } from '../../nominations/nomination.scope';

/** What one agency says of one nominee. */
export interface ConfirmationLine {
  nominationId: string;
  code: string;
  nominee: string;
  unit: string;
  agency: string;
  result: ConfirmationResult;
  date: string | null;
  document: string | null;
  remark: string | null;
  by: string;
  at: string;
}

export interface ConfirmationFilter {
  /** Of the code, the name or the unit; searched without diacritics. */
  q: string;
  result: ConfirmationResult | undefined;
  skip: number;
  take: number;
}

/** The confirmations of a phase on nominations that the actor may know them of, by code; and how many: two queries. */
export async function confirmationsIn(
  reader: EntityManager,
  actor: Actor,
  phaseId: string,
  filter: ConfirmationFilter,
): Promise<[ConfirmationLine[], number]> {
  const lines = await new Statement(`SELECT n."id" AS "nominationId", n."code", n."name" AS "nominee",
      u."name" AS "unit", k."agency", k."result", k."date", k."document", k."remark", k."by", k."at"`)
    .also(from(actor, phaseId, filter))
    .add(' ORDER BY n."code", k."at", k."id" LIMIT ', filter.take)
    .add(' OFFSET ', filter.skip)
    .run<ConfirmationLine>(reader);
  const [counted] = await new Statement('SELECT COUNT(*) AS "total"')
    .also(from(actor, phaseId, filter))
    .run<{ total: number | string }>(reader);
  return [lines, Number(counted?.total ?? 0)];
}

function from(actor: Actor, phaseId: string, { q, result }: ConfirmationFilter): Statement {
  const statement = new Statement(` FROM "confirmation" k JOIN "nomination" n ON n."id" = k."nominationId"
      JOIN "unit" u ON u."id" = n."unitId" WHERE `)
    .also(inScope(actor, 'matter.read'))
    .add(' AND n."phaseId" = ', phaseId);
  if (result !== undefined) statement.add(' AND k."result" = ', result);
  if (q !== '') statement.add(' AND n."searchKey" LIKE ', `%${searchKey(q)}%`);
  return statement;
}
