import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import type { SealPlace } from '../../../platform/pdf/signature-fields';
import { type OpenPhase, openPhase } from '../../campaigns/phase.queries';
import { SessionRow } from '../../council/session.entity';
import { councilSession } from '../council-session';
import { documentsOfRound, type RoundData } from '../documents/round-documents';
import { sessionDocument } from '../documents/session-documents';
import { type AwardDocument, documentOfAward, documentOfNomination } from '../documents/single-document';
import { paper } from '../paper-answer';
import type { DocumentKind } from '../papers/paper';
import { type PaperName, SUBJECT_OF, requirePaper } from '../papers/paper-subject';
import type { DossierPrinter } from '../printing/dossier.printer';
import type { PrintDocument } from '../printing/print-document';
import type { PaperPlace } from './signed-paper.service';

const AWARD_DOCUMENTS: readonly AwardDocument[] = ['submission', 'nominee-list', 'award-decision'];

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
  if (!hasSigningCopy(name.kind)) throw new DomainError('paper-without-signing-copy');
  const choose = await documentOf(reader, actor, open, name);
  return paper(await printer.print(open, (data) => ({ ...choose(data), seal: sealOf(name) })));
}

/** Certificates are signed by hand, one by one; of a notice each unit has its own, which tells only what it may know. */
export function hasSigningCopy(kind: DocumentKind): boolean {
  return kind !== 'certificate' && kind !== 'notice';
}

async function documentOf(
  reader: EntityManager,
  actor: Actor,
  { phase }: OpenPhase,
  { kind, subject }: PaperName,
): Promise<(data: RoundData) => PrintDocument> {
  if (SUBJECT_OF[kind] === 'nomination') return (data) => documentOfNomination(data, subject);
  const ofAward = AWARD_DOCUMENTS.find((each) => each === kind);
  if (ofAward) return (data) => documentOfAward(data, subject, ofAward);
  if (kind === 'minutes' || kind === 'invitation') {
    const row = await reader.findOneBy(SessionRow, { phaseId: phase.id, number: Number(subject) });
    const { session } = await councilSession(reader, actor, row?.id ?? '');
    return (data) => sessionDocument(data, session, kind);
  }
  return (data) => ofRound(data, { kind, subject });
}

function ofRound(data: RoundData, { kind, subject }: PaperName): PrintDocument {
  const found = documentsOfRound(data)
    .map((pending) => pending())
    .find(({ paper }) => paper?.kind === kind && paper.subject === subject);
  if (!found) throw new DomainError('paper-without-signing-copy');
  return found;
}

/** A report and a score sheet are signed by people of several bodies: whose seal would it be? */
function sealOf({ kind }: PaperName): SealPlace {
  if (kind === 'nominee-list') return 'first-page-corner';
  return kind === 'achievement-report' || kind === 'score-sheet' ? 'none' : 'beside-signature';
}
