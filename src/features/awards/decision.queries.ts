import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { Statement } from '../../platform/database/statement';
import type { DecisionRow, DecisionStatus } from './decision.entity';

/** A decision as people read it. */
export interface DecisionLine extends Omit<
  DecisionRow,
  'phaseId' | 'placeId' | 'ordinal' | 'confirmedById' | 'endedById' | 'replacedById' | 'isPublic'
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
  `id nominationId proposalId status criteriaSet award proposedOutcome reason number date decidedById decidedBy decidedAt
  confirmedBy confirmedAt endedOn endDocument endReason endedBy endedAt auditHead`
    .split(/\s+/)
    .map((name) => `d."${name}"`);

const LINES = `SELECT ${COLUMNS.join(', ')}, n."code" AS "nomination", n."name", n."subject", n."unitId",
    u."name" AS "unit", d."ordinal" AS "place", r."number" AS "proposal"
  FROM "decision" d
  JOIN "nomination" n ON n."id" = d."nominationId"
  JOIN "unit" u ON u."id" = n."unitId"
  JOIN "proposal" r ON r."id" = d."proposalId"`;

/** All of a phase, also those that gave their place back: by award and pool, then by place, then by time. */
export async function listDecisions(
  reader: EntityManager,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
  { status }: { status?: DecisionStatus } = {},
): Promise<[DecisionLine[], number]> {
  const [counted] = await where(
    new Statement('SELECT COUNT(*) AS "total" FROM "decision" d'),
    phaseId,
    status,
  ).run<{
    total: number | string;
  }>(reader);
  const lines = await where(new Statement(LINES), phaseId, status)
    .add(' ORDER BY d."award", d."criteriaSet", d."ordinal", d."decidedAt", d."id" LIMIT ', take)
    .add(' OFFSET ', skip)
    .run<DecisionLine>(reader);
  return [lines, Number(counted?.total ?? 0)];
}

function where(select: Statement, phaseId: string, status: DecisionStatus | undefined): Statement {
  const found = select.add(' WHERE d."phaseId" = ', phaseId);
  return status === undefined ? found : found.add(' AND d."status" = ', status);
}

/** One decision of a phase as people read it. Throws `decision-not-found`. */
export async function decisionLine(
  reader: EntityManager,
  phaseId: string,
  id: string,
): Promise<DecisionLine> {
  const [line] = await where(new Statement(LINES), phaseId, undefined)
    .add(' AND d."id" = ', id)
    .run<DecisionLine>(reader);
  if (!line) throw new DomainError('decision-not-found', { decision: id });
  return line;
}
