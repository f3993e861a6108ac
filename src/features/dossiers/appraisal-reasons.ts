import type { EntityManager } from 'typeorm';
import type { Reasons } from './documents/round-data';

/** Why the office's entries differ from those of the units, of a whole phase. One query. */
export async function reasonsIn(reader: EntityManager, phaseId: string): Promise<Reasons> {
  const rows = await reader.sql<{ nomination: string; criterion: string; reason: string }[]>`
    SELECT n."code" AS "nomination", r."criterion", r."reason"
    FROM "appraisal_reason" r JOIN "nomination" n ON n."id" = r."nominationId"
    WHERE n."phaseId" = ${phaseId} ORDER BY n."code", r."criterion"`;
  const reasons = new Map<string, Map<string, string>>();
  for (const { nomination, criterion, reason } of rows)
    reasons.set(nomination, (reasons.get(nomination) ?? new Map<string, string>()).set(criterion, reason));
  return reasons;
}
