import { groupedBy } from '../../../domain/grouped-by';
import type { EntityManager } from 'typeorm';
import { Statement } from '../../../platform/database/statement';
import { auditHead } from '../../audit/audit.queries';
import type { FileFolder } from '../../../platform/files/file-folder';
import type { EvidenceFile, EvidencePiece, EvidenceSource, Origin } from './evidence-source';

interface PieceRow {
  code: string;
  criterion: string;
  title: string;
  document: string | null;
  fileName: string | null;
  sha256: string | null;
  bytes: number;
  type: EvidenceFile['type'];
  name: string;
}

/**
 * The evidence of a phase as it is kept, and the states of its nominations, read in a few statements however many there
 * are. The files themselves are read when they are asked for.
 */
export async function storedEvidence(
  reader: EntityManager,
  folder: FileFolder,
  { id, inputVersion }: { id: string; inputVersion: number },
): Promise<EvidenceSource> {
  const pieces = groupedByCode(await pieceRows(reader, id));
  const states = await stateRows(reader, id);
  const unknown = { version: 0, auditHead: '0'.repeat(64) };
  return {
    piecesOf: ({ code }) => pieces.get(code) ?? [],
    read: async (sha256) => {
      const file = await folder.open(sha256);
      try {
        return await file.readFile();
      } finally {
        await file.close();
      }
    },
    originOf: ({ code }) => states.get(code) ?? unknown,
    papers: { version: inputVersion, auditHead: await lastOfPhase(reader, id) },
    origin: { version: inputVersion, auditHead: await auditHead(reader) },
  };
}

function pieceRows(reader: EntityManager, phaseId: string): Promise<PieceRow[]> {
  return new Statement(
    'SELECT n."code" AS "code", e."criterion" AS "criterion", e."title" AS "title", e."document" AS "document",' +
      ' e."file" AS "fileName", f."sha256" AS "sha256", f."bytes" AS "bytes", f."type" AS "type", f."name" AS "name"' +
      ' FROM "evidence" e JOIN "nomination" n ON n."id" = e."nominationId"' +
      ' LEFT JOIN "evidence_file" f ON f."evidenceId" = e."id"',
  )
    .add(' WHERE n."phaseId" = ', phaseId)
    .also(new Statement(' ORDER BY n."code", e."ordinal"'))
    .run<PieceRow>(reader);
}

function groupedByCode(rows: readonly PieceRow[]): Map<string, EvidencePiece[]> {
  const groups = groupedBy(rows, ({ code }) => code);
  return new Map([...groups].map(([code, of]) => [code, of.map(pieceOf)]));
}

function pieceOf({
  criterion,
  title,
  document,
  fileName,
  sha256,
  bytes,
  type,
  name,
}: PieceRow): EvidencePiece {
  return {
    criterion,
    title,
    document: document ?? undefined,
    fileName: fileName ?? undefined,
    file: sha256 === null ? undefined : { sha256, bytes: Number(bytes), type, name },
  };
}

/** Of each nomination its own counter of changes, and the last link of the audit chain that is about it. */
async function stateRows(reader: EntityManager, phaseId: string): Promise<Map<string, Origin>> {
  const rows = await new Statement(
    'SELECT n."code" AS "code", n."version" AS "version", a."hash" AS "hash" FROM "nomination" n' +
      ' JOIN "audit_event" a ON a."ordinal" = (SELECT MAX(l."ordinal") FROM "audit_event" l' +
      ` WHERE l."subjectType" = 'nomination' AND l."subjectId" = n."id")`,
  )
    .add(' WHERE n."phaseId" = ', phaseId)
    .run<{ code: string; version: number; hash: string }>(reader);
  return new Map(
    rows.map(({ code, version, hash }) => [code, { version: Number(version), auditHead: hash }]),
  );
}

/** Of all that its papers speak of: phase, plan and quotas, nominations, proposals and decisions, sessions. */
async function lastOfPhase(reader: EntityManager, phaseId: string): Promise<string> {
  const of = (table: string) => ` OR "subjectId" IN (SELECT "id" FROM "${table}" WHERE "phaseId" = `;
  const [last] = await new Statement('SELECT "hash" FROM "audit_event"')
    .add(' WHERE "subjectId" = ', phaseId)
    .add(of('nomination'), phaseId)
    .add(`)${of('proposal')}`, phaseId)
    .add(`)${of('decision')}`, phaseId)
    .add(`)${of('council_session')}`, phaseId)
    .add(`)${of('quota_line')}`, phaseId)
    .add(') OR "subjectId" = (SELECT "campaignId" FROM "phase" WHERE "id" = ', phaseId)
    .also(new Statement(') ORDER BY "ordinal" DESC LIMIT 1'))
    .run<{ hash: string }>(reader);
  return last?.hash ?? '0'.repeat(64);
}
