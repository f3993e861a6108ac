import { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { openPhaseById } from '../campaigns/phase.queries';
import { visibleNomination } from '../nominations/nomination.scope';
import type { DossierPrinter } from './printing/dossier.printer';
import { documentOfNomination } from './documents/single-document';

/** Report and score sheet of one nomination as PDF, for whoever may read its dossier. Throws `nomination-not-found`. */
export async function nominationDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  actor: Actor,
  id: string,
): Promise<StreamableFile> {
  const { code, phaseId } = await visibleNomination(reader, actor, id, 'dossier.read');
  const open = await openPhaseById(reader, phaseId);
  return pdf(await printer.print(open, (data) => documentOfNomination(data, code)));
}

export function pdf({ file, bytes }: { file: string; bytes: Uint8Array }): StreamableFile {
  const name = file.split('/').at(-1);
  return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
}
