import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import type { SealPlace } from '../../../platform/pdf/signature-fields';
import { openPhase } from '../../campaigns/phase.queries';
import { paper } from '../paper-answer';
import { type PaperName, requirePaper } from '../papers/paper-subject';
import type { DossierPrinter } from '../printing/dossier.printer';
import { documentOf } from './paper-document';
import type { PaperPlace } from './signed-paper.service';

/**
 * The copy of a paper that a signing program signs: as it is printed, with empty fields for the signatures. Throws
 * `paper-not-found`, `paper-without-signing-copy`, and what the printer throws.
 */
export async function signingCopy(
  reader: EntityManager,
  printer: DossierPrinter,
  actor: Actor,
  { campaign, phase, ...place }: PaperPlace,
): Promise<StreamableFile> {
  const open = await openPhase(reader, campaign, phase);
  const name = await requirePaper(reader, actor, open, place);
  const choose = await documentOf(reader, actor, open, name);
  return paper(await printer.print(open, (data) => ({ ...choose(data), seal: sealOf(name) })));
}

/** A report and a score sheet are signed by people of several bodies: whose seal would it be? */
function sealOf({ kind }: PaperName): SealPlace {
  if (kind === 'nominee-list') return 'first-page-corner';
  return kind === 'achievement-report' || kind === 'score-sheet' ? 'none' : 'beside-signature';
}
