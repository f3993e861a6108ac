import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { Statement } from '../../platform/database/statement';
import { DecisionRow } from './decision.entity';

/** A decision as people read it. */
export interface DecisionLine extends Omit<
  DecisionRow,
  'phaseId' | 'proposalId' | 'placeId' | 'ordinal' | 'confirmedById' | 'endedById' | 'replacedById'
> {
  /** Code of the nomination. */
  nomination: string;
  name: string;
  unit: string;
  unitId: string;
  subject: 'collective' | 'individual' | 'household';
  /** Ordinal of the place within its quota line, as it was taken. */
  place: number;
  /** Number of the proposal within the phase. */
  proposal: number;
}

const COLUMNS =
  `id nominationId status criteriaSet award proposedOutcome reason number date decidedById decidedBy decidedAt
  confirmedBy confirmedAt endedOn endDocument endReason endedBy endedAt auditHead`
    .split(/\s+/)
    .map((name) => `d."${name}"`);

const LINES = `SELECT ${COLUMNS.join(', ')}, n."code" AS "nomination", n."name", n."subject", n."unitId",
    u."name" AS "unit", d."ordinal" AS "place", r."number" AS "proposal"
  FROM "decision" d
  JOIN "nomination" n ON n."id" = d."nominationId"
  JOIN "unit" u ON u."id" = n."unitId"
  JOIN "proposal" r ON r."id" = d."proposalId"
  WHERE d."phaseId" = `;

/** All of a phase, also those that gave their place back: by award and pool, then by place, then by time. */
export async function listDecisions(
  reader: EntityManager,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[DecisionLine[], number]> {
  const [counted] = await reader.sql<{ total: number | string }[]>`
    SELECT COUNT(*) AS "total" FROM "decision" WHERE "phaseId" = ${phaseId}`;
  const lines = await new Statement()
    .add(LINES, phaseId)
    .add(' ORDER BY d."award", d."criteriaSet", d."ordinal", d."decidedAt", d."id" LIMIT ', take)
    .add(' OFFSET ', skip)
    .run<DecisionLine>(reader);
  return [lines, Number(counted?.total ?? 0)];
}

/** One decision of a phase. Throws `decision-not-found`. */
export async function decisionOf(reader: EntityManager, phaseId: string, id: string): Promise<DecisionRow> {
  const row = await reader.findOneBy(DecisionRow, { id, phaseId });
  if (!row) throw new DomainError('decision-not-found', { decision: id });
  return row;
}
