import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { councilSession } from './council-session';
import { type SessionPaper, sessionDocument } from './documents/session-documents';
import { paper } from './paper-answer';
import type { DossierPrinter } from './printing/dossier.printer';
import type { Form } from './word/paper-form';

/** Biên bản or giấy mời of one session as PDF or Word, for whoever may know of it. Throws `session-not-found`. */
export async function sessionDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  actor: Actor,
  { id, wanted, form }: { id: string; wanted: SessionPaper; form: Form },
): Promise<StreamableFile> {
  const { open, session } = await councilSession(reader, actor, id);
  return paper(await printer.print(open, (data) => sessionDocument(data, session, wanted), form));
}
