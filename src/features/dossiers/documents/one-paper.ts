import { DomainError } from '../../../domain/domain-error';
import { type PaperName, SUBJECT_OF } from '../papers/paper-subject';
import type { PrintDocument } from '../printing/print-document';
import { type AwardDocument, type RoundData, documentsOfRound } from './round-documents';
import { sessionDocument } from './session-documents';
import { documentOfAward, documentOfNomination } from './single-document';

const AWARD_DOCUMENTS: readonly AwardDocument[] = [
  'submission',
  'nominee-list',
  'award-decision',
  'certificate',
];

/**
 * One paper of a round, alone: báo cáo thành tích without the phiếu chấm điểm that is printed behind it. Throws
 * `paper-without-signing-copy` where the round has none, and as `documentOfNomination` and `documentOfAward` do.
 */
export function paperIn(data: RoundData, name: PaperName): PrintDocument {
  const { kind, subject } = name;
  if (SUBJECT_OF[kind] === 'nomination') return partOf(documentOfNomination(data, subject), name);
  const ofAward = AWARD_DOCUMENTS.find((each) => each === kind);
  if (ofAward) return documentOfAward(data, subject, ofAward);
  if (kind === 'minutes' || kind === 'invitation') {
    const session = data.sessions?.find(({ number }) => String(number) === subject);
    if (session) return sessionDocument(data, session, kind);
  }
  return ofRound(data, name);
}

function partOf(document: PrintDocument, name: PaperName): PrintDocument {
  const other = name.kind === 'achievement-report' ? 'scores' : 'report';
  return { ...document, paper: name, view: { ...document.view, [other]: null } };
}

function ofRound(data: RoundData, { kind, subject }: PaperName): PrintDocument {
  const found = documentsOfRound(data).find(({ paper }) => paper?.kind === kind && paper.subject === subject);
  if (!found) throw new DomainError('paper-without-signing-copy');
  return found();
}
