import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openPhase } from '../campaigns/phase.queries';
import type { DossierPrinter } from './printing/dossier.printer';
import { pdf } from './nomination-dossier';
import { type AwardDocument, documentOfAward } from './documents/single-document';

/** An award of a phase, and which of its documents is wanted. */
export interface AwardPaper {
  code: string;
  phase: string;
  award: string;
  wanted: AwardDocument;
}

/** Tờ trình or danh sách of one award as PDF. Throws as `openPhase` and `documentOfAward` do. */
export async function awardDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  { code, phase, award, wanted }: AwardPaper,
): Promise<StreamableFile> {
  const open = await openPhase(reader, code, phase);
  return pdf(await printer.print(open, (data) => documentOfAward(data, award, wanted)));
}
