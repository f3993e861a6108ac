import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openPhase } from '../campaigns/phase.queries';
import type { DossierPrinter } from './printing/dossier.printer';
import type { Orientation } from './documents/nominee-list.view';
import { paper } from './paper-answer';
import { type AwardDocument, documentOfAward } from './documents/single-document';
import type { Form } from './word/paper-form';

/** An award of a phase, and which of its documents is wanted. */
export interface AwardPaper {
  code: string;
  phase: string;
  award: string;
  wanted: AwardDocument;
  form: Form;
  /** Of the list; absent: landscape. */
  orientation?: Orientation;
}

/** Tờ trình or danh sách of one award as PDF or Word. Throws as `openPhase` and `documentOfAward` do. */
export async function awardDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  { code, phase, award, wanted, form, orientation }: AwardPaper,
): Promise<StreamableFile> {
  const open = await openPhase(reader, code, phase);
  return paper(await printer.print(open, (data) => documentOfAward(data, award, wanted, orientation), form));
}
