import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import type { Evidence } from '../../domain/nomination';
import { EvidenceRow } from '../nominations/evidence.entity';
import type { OnDesk } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { refreshText } from '../nominations/nomination-text.store';
import { evidenceOf } from '../nominations/nomination.rows';

/** Adds one piece after the others, checked by the reader of the files. Throws InputRefused. */
export async function addPiece(
  manager: EntityManager,
  { row, open }: OnDesk,
  plain: object,
): Promise<{ row: EvidenceRow; piece: Evidence }> {
  const document = { ...bareNomination(row), evidence: [{ ...plain }] };
  const { nomination } = acceptedNomination(open, document, { within: ['evidence', 0] });
  const last = (await manager.maximum(EvidenceRow, 'ordinal', { nominationId: row.id })) ?? 0;
  const [added] = evidenceOf(row.id, nomination, last);
  const [piece] = nomination.evidence;
  if (!added || !piece) throw new DomainError('unexpected');
  await manager.insert(EvidenceRow, added);
  await refreshText(manager, row.id);
  return { row: added, piece };
}

/** Throws `evidence-not-found`. */
export async function pieceOf(
  manager: EntityManager,
  nominationId: string,
  id: string,
): Promise<EvidenceRow> {
  const piece = await manager.findOneBy(EvidenceRow, { id, nominationId });
  if (!piece) throw new DomainError('evidence-not-found', { evidence: id });
  return piece;
}
