import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { SessionRow } from '../../council/session.entity';
import { councilSession } from '../council-session';
import { paperIn } from '../documents/one-paper';
import type { RoundData } from '../documents/round-documents';
import { sessionDocument } from '../documents/session-documents';
import type { PaperName } from '../papers/paper-subject';
import type { PrintDocument } from '../printing/print-document';

/** How a paper is made of the data of its round; a session that is not closed is no part of them. */
export async function documentOf(
  reader: EntityManager,
  actor: Actor,
  { phase }: OpenPhase,
  name: PaperName,
): Promise<(data: RoundData) => PrintDocument> {
  const { kind, subject } = name;
  if (kind !== 'minutes' && kind !== 'invitation') return (data) => paperIn(data, name);
  const row = await reader.findOneBy(SessionRow, { phaseId: phase.id, number: Number(subject) });
  const { session } = await councilSession(reader, actor, row?.id ?? '');
  return (data) => sessionDocument(data, session, kind);
}
