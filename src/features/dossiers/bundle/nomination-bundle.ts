import type { CriteriaSet } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import type { Printed } from '../../../platform/pdf/merge/read-printed';
import type { RoundData } from '../documents/round-documents';
import type { PrintDocument } from '../printing/print-document';
import { type Press, digest } from '../printing/press';
import type { SignedPapers } from '../signing/signed-papers';
import type { BundleFinding } from './bundle-finding';
import { type Parts, bookmarksOf, contentsOf, mergeParts } from './dossier-parts';
import { inOrderOfCriteria } from './evidence-order';
import { noteOf, frontView, pieceTitle } from './front.view';
import { type Preparing, prepareEvidence } from './prepare-evidence';
import type { PreparedPiece } from './prepared-piece';
import { besideDossier } from './signed-parts';
import { stampOf } from './stamp';

export interface BundleTools extends Preparing {
  data: RoundData;
  press: Press;
  /** Papers that came back signed; absent: none go in. */
  signed?: SignedPapers;
  /** Whether Word files go in too. */
  word?: boolean;
  /** What a print holds; of the same bytes in memory it is found out once. */
  read: (print: Uint8Array) => Promise<Printed>;
}

interface NominationPapers {
  nomination: Nomination;
  set: CriteriaSet;
  /** Báo cáo thành tích and phiếu chấm điểm. */
  document: PrintDocument;
}

/** A finding, but for the file of the bundle that it will be told about. */
export type DossierFinding = Omit<BundleFinding, 'file' | 'nomination'> & {
  /** It depended on the machine's time and memory: another time it may not be found. */
  passing?: boolean;
};

/** What a merged dossier is made of: with the same key, the same bytes. Cheap: nothing is printed, opened or read. */
export function dossierKey(
  { data, press, evidence, signed }: BundleTools,
  { nomination, document }: NominationPapers,
) {
  const content = digest([
    press.keyOf(document),
    JSON.stringify([nomination, evidence.piecesOf(nomination), besideOf(signed, nomination)]),
    data.round.date,
  ]);
  const origin = evidence.originOf(nomination);
  return { content, key: digest([content, String(origin.version), origin.auditHead]) };
}

/**
 * One dossier as one PDF: cover with contents, papers, then the evidence criterion by criterion; each page stamped. What
 * cannot be merged has a page that says why, and a finding. Throws the DomainErrors of the renderer, and PdfFailure.
 */
export async function nominationBundle(
  tools: BundleTools,
  papers: NominationPapers,
): Promise<{ bytes: Uint8Array; pages: number; findings: DossierFinding[] }> {
  const { data, press, evidence, processes } = tools;
  const { nomination, set, document } = papers;
  const pieces = await prepareEvidence(inOrderOfCriteria(set, evidence.piecesOf(nomination)), tools);
  const printed = await press.print(document);
  const parts = { nomination, papers: printed, printed: await tools.read(printed), pieces };
  const { front, coverPages } = await printFront(tools, papers, parts);
  const merged = mergeParts(parts, front, coverPages);
  const bytes = await processes.run('merge', {
    title: document.title,
    day: data.round.date,
    ...merged,
    bookmarks: bookmarksOf(contentsOf(parts, coverPages), parts.printed, coverPages),
    stamp: stampOf(dossierKey(tools, papers).content, evidence.originOf(nomination)),
  });
  const pages = merged.parts.reduce((sum, { from, to }) => sum + to - from, 0);
  return { bytes, pages, findings: pieces.flatMap((piece) => findingsOn(piece)) };
}

/** The names of the signed files that lie beside the dossier. */
function besideOf(signed: SignedPapers | undefined, { code }: Nomination) {
  return besideDossier(signed, code).map(({ title, file }) => ({ title, file }));
}

/** The cover names pages that depend on its own length: it is printed again until it is as long as it says. */
async function printFront(
  { data, press, read, signed }: BundleTools,
  { nomination, set, document }: NominationPapers,
  parts: Parts,
) {
  const notes = parts.pieces.filter((piece) => noteOf(piece)).length;
  let coverPages = 1;
  for (;;) {
    const contents = { ...contentsOf(parts, coverPages), signed: besideOf(signed, nomination) };
    const view = frontView(data, set, nomination, contents);
    const title = message('bundle.contents');
    const front = await press.print({ file: document.file, title, template: 'bundle-front', view });
    const { pages } = await read(front);
    // A number of one digit more may make a row longer, never shorter again.
    if (pages - notes <= coverPages) return { front, coverPages: pages - notes };
    coverPages = pages - notes;
  }
}

function findingsOn(piece: PreparedPiece): DossierFinding[] {
  if (piece.kind === 'named') {
    const reason = message(`bundle.reason.${piece.reason.code}`, piece.reason.params);
    const passing = ['too-heavy', 'missing', 'unreadable'].includes(piece.reason.code);
    return [{ code: 'not-merged', params: { ...namesOf(piece), reason }, passing }];
  }
  if (piece.kind !== 'pages' || piece.left.length === 0) return [];
  const parts = piece.left.map((part) => message(`bundle.part.${part}`)).join(', ');
  return [{ code: 'active-left', params: { ...namesOf(piece), parts } }];
}

function namesOf(piece: Extract<PreparedPiece, { kind: 'named' | 'pages' }>) {
  return { title: pieceTitle(piece), name: piece.file.name };
}
