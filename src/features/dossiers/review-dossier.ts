import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { openPhase } from '../campaigns/phase.queries';
import { reviewDocument } from './documents/review-document';
import type { Review } from './documents/review-report.view';
import { paper } from './paper-answer';
import type { DossierPrinter } from './printing/dossier.printer';
import type { Form } from './word/paper-form';

const REVIEWS: Readonly<Record<string, Review>> = { 'so-ket': 'interim', 'tong-ket': 'final' };

/** A phase, and which review of it is wanted: `so-ket`, `tong-ket`, or absent for that of the plan. */
interface ReviewPaper {
  code: string;
  phase: string;
  kind: unknown;
  form: Form;
}

/** Báo cáo sơ kết or tổng kết of a phase. Throws as `openPhase` does, and `review-unknown`. */
export async function reviewDossier(
  reader: EntityManager,
  printer: DossierPrinter,
  { code, phase, kind, form }: ReviewPaper,
): Promise<StreamableFile> {
  const review = reviewOf(kind);
  const open = await openPhase(reader, code, phase);
  return paper(await printer.print(open, (data) => reviewDocument(data, review), form));
}

function reviewOf(kind: unknown): Review | undefined {
  if (kind === undefined || kind === '') return undefined;
  const name = typeof kind === 'string' ? kind : '';
  const known = Object.hasOwn(REVIEWS, name) ? REVIEWS[name] : undefined;
  if (!known) throw new DomainError('review-unknown', { found: name });
  return known;
}
