import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { councilSession } from './council-session';
import { type SessionPaper, sessionDocument } from './documents/session-documents';
import { pdf } from './nomination-dossier';
import type { DossierPrinter } from './printing/dossier.printer';

/** Biên bản or giấy mời of one session as PDF, for whoever may know of it. Throws `session-not-found`. */
export async function sessionDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  actor: Actor,
  { id, wanted }: { id: string; wanted: SessionPaper },
): Promise<StreamableFile> {
  const { open, session } = await councilSession(reader, actor, id);
  return pdf(await printer.print(open, (data) => sessionDocument(data, session, wanted)));
}
