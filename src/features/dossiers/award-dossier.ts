import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { openPhase } from '../campaigns/phase.queries';
import type { AwardOfPhase } from './award-of-phase';
import { nomineeListSheet } from './documents/nominee-list.sheet';
import type { Orientation } from './documents/nominee-list.view';
import type { AwardDocument } from './documents/round-documents';
import { documentOfAward, listedAward } from './documents/single-document';
import { paper } from './paper-answer';
import type { DossierPrinter } from './printing/dossier.printer';
import type { Form, ListForm } from './word/paper-form';

/** Which of its documents is wanted. */
interface AwardPaper extends AwardOfPhase {
  wanted: AwardDocument;
  form: Form;
  /** Of the list; absent: landscape. */
  orientation?: Orientation;
}

/** One paper of an award as PDF or Word. Throws as `openPhase` and `documentOfAward` do. */
export async function awardDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  { code, phase, award, wanted, form, orientation }: AwardPaper,
): Promise<StreamableFile> {
  const open = await openPhase(reader, code, phase);
  return paper(await printer.print(open, (data) => documentOfAward(data, award, wanted, orientation), form));
}

/** Its danh sách, as workbook too. Throws as `awardDossier` does. */
export async function awardList(
  reader: EntityManager,
  printer: DossierPrinter,
  { form, ...wanted }: AwardOfPhase & { form: ListForm; orientation: Orientation },
): Promise<StreamableFile> {
  if (form !== 'xlsx') return awardDossier(reader, printer, { ...wanted, wanted: 'nominee-list', form });
  const data = await printer.dataOf(await openPhase(reader, wanted.code, wanted.phase));
  const list = nomineeListSheet(data, listedAward(data, wanted.award), wanted.orientation);
  return sheetAnswer('danh-sach', list);
}
