import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Statement } from '../../platform/database/statement';
import { EvidenceFileRow } from '../nominations/evidence-file.entity';
import type { EvidenceRow } from '../nominations/evidence.entity';
import { inScope } from '../nominations/nomination.scope';

/** A piece of evidence, and its file where it has one. */
export interface PieceWithFile {
  piece: Pick<EvidenceRow, 'id' | 'criterion' | 'title' | 'document' | 'file'>;
  file: EvidenceFileRow | undefined;
}

/** The evidence of a nomination in the order in which it was given: two queries. Whether the asker may see it is asked before. */
export async function evidenceWithFiles(
  reader: EntityManager,
  nominationId: string,
): Promise<PieceWithFile[]> {
  const pieces = await new Statement(
    'SELECT "id", "criterion", "title", "document", "file" FROM "evidence" WHERE "nominationId" = ',
  )
    .also(new Statement().add('', nominationId).also(new Statement(' ORDER BY "ordinal"')))
    .run<PieceWithFile['piece']>(reader);
  const files = await evidenceFilesOf(reader, nominationId);
  return pieces.map((piece) => ({ piece, file: files.find(({ evidenceId }) => evidenceId === piece.id) }));
}

/** The files of a nomination, oldest first. Whether the asker may see it is asked before. */
export function evidenceFilesOf(reader: EntityManager, nominationId: string): Promise<EvidenceFileRow[]> {
  return reader.find(EvidenceFileRow, { where: { nominationId }, order: { uploadedAt: 'ASC', id: 'ASC' } });
}

/**
 * A file that the actor may read: of a nomination that they may see. One of another's, and one that never was, are told
 * alike (law 7). Throws `evidence-not-found`.
 */
export async function visibleFile(
  reader: EntityManager,
  actor: Actor,
  wanted: { id: string } | { evidenceId: string; nominationId: string },
): Promise<EvidenceFileRow> {
  const file = await reader.findOneBy(EvidenceFileRow, wanted);
  const [seen] = file
    ? await new Statement('SELECT n."id" FROM "nomination" n WHERE ')
        .also(inScope(actor, 'nomination.read'))
        .also(new Statement(' AND '))
        .also(inScope(actor, 'evidence.read'))
        .add(' AND n."id" = ', file.nominationId)
        .run<{ id: string }>(reader)
    : [];
  if (!file || !seen)
    throw new DomainError('evidence-not-found', {
      evidence: 'id' in wanted ? wanted.id : wanted.evidenceId,
    });
  return file;
}
