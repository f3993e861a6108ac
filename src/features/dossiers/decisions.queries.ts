import type { EntityManager } from 'typeorm';
import type { RoundDecision } from './documents/decided-round';

interface Line extends Omit<RoundDecision, 'wasConfirmed'> {
  confirmedAt: string | null;
}

/** What people have decided in a phase, in the order in which they did. One query. */
export async function decisionsOf(reader: EntityManager, phaseId: string): Promise<RoundDecision[]> {
  const lines = await reader.sql<Line[]>`
    SELECT n."code" AS "nomination", d."award", d."status", d."number", d."date", d."endedOn", d."endDocument",
      d."endReason", d."confirmedAt", d."auditHead", e."ordinal" AS "auditOrdinal"
    FROM "decision" d
    JOIN "nomination" n ON n."id" = d."nominationId"
    JOIN "audit_event" e ON e."hash" = d."auditHead"
    WHERE d."phaseId" = ${phaseId} ORDER BY d."decidedAt", d."id"`;
  return lines.map(({ confirmedAt, auditOrdinal, ...line }) => ({
    ...line,
    wasConfirmed: confirmedAt !== null,
    auditOrdinal: Number(auditOrdinal),
  }));
}
