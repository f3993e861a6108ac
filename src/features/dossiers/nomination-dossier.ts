import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { openPhaseById } from '../campaigns/phase.queries';
import { visibleNomination } from '../nominations/nomination.scope';
import type { DossierPrinter } from './printing/dossier.printer';
import { documentOfNomination } from './documents/single-document';
import { paper } from './paper-answer';
import type { Form } from './word/paper-form';

/** Report and score sheet of one nomination as PDF or Word, for whoever may read its dossier. Throws `nomination-not-found`. */
export async function nominationDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  actor: Actor,
  id: string,
  form: Form,
): Promise<StreamableFile> {
  const { code, phaseId } = await visibleNomination(reader, actor, id, 'dossier.read');
  const open = await openPhaseById(reader, phaseId);
  return paper(await printer.print(open, (data) => documentOfNomination(data, code), form));
}
