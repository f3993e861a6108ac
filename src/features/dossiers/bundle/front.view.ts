import type { CriteriaSet } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { oneLine, upper } from '../../../platform/text/printable';
import { sizeText } from '../../evidence/evidence-file.view';
import { ofPhase, organizer, quotedTitle } from '../documents/frame.view';
import type { RoundData } from '../documents/round-documents';
import type { PreparedPiece } from './prepared-piece';

/** The cover with its table of contents, then one page for each piece that has none of its own. */
interface FrontView {
  superior: string;
  issuer: string;
  campaign: string;
  nominee: Line[];
  groups: { heading: string; rows: Row[] }[];
  notes: Note[];
}

interface Line {
  label: string;
  value: string;
}

interface Row {
  number: string;
  title: string;
  note: string;
  page: string;
}

interface Note {
  heading: string;
  lines: Line[];
  explanation: string;
}

/** Something of the dossier and the page where it begins, counted from 1. */
interface Placed {
  title: string;
  page: number;
}

export interface Contents {
  documents: readonly Placed[];
  /** By criterion; a piece without a page is only listed. */
  /** Signed files beside the dossier. */
  signed?: readonly { title: string; file: string }[];
  evidence: readonly { heading: string; pieces: readonly { piece: PreparedPiece; page: number | null }[] }[];
}

export function frontView(
  data: RoundData,
  set: CriteriaSet,
  nomination: Nomination,
  contents: Contents,
): FrontView {
  const { campaign, round } = data;
  const { name, superior } = organizer(campaign);
  const title = quotedTitle(campaign);
  return {
    superior: superior ? upper(superior) : '',
    issuer: upper(name),
    campaign: message('bundle.campaign', { title, phase: ofPhase(campaign, round) }),
    nominee: nomineeLines(data, set, nomination),
    groups: groupsOf(contents),
    notes: contents.evidence.flatMap(({ pieces }) => pieces.flatMap(({ piece }) => noteOf(piece) ?? [])),
  };
}

function nomineeLines({ campaign }: RoundData, set: CriteriaSet, nomination: Nomination): Line[] {
  const { subject, name, unit, position = '', code, proposed } = nomination;
  const award = campaign.awards.find((each) => each.code === proposed)?.name ?? '';
  return [
    line(message(`dossier.nominee.${subject}`), name),
    line(message('dossier.nominee.position'), position),
    line(message('dossier.nominee.unit'), unit),
    line(message('bundle.award'), award),
    line(message('dossier.nominee.set'), set.title),
    line(message('dossier.nominee.code'), code),
  ].filter(({ value }) => value !== '');
}

function groupsOf({ documents, signed = [], evidence }: Contents): FrontView['groups'] {
  let number = 0;
  const row = (title: string, page: number | null, note: string): Row => ({
    number: String((number += 1)),
    title: oneLine(title),
    note,
    page: page === null ? '–' : String(page),
  });
  const papers = documents.map(({ title, page }) => row(title, page, ''));
  const files = signed.map(({ title, file }) => row(title, null, file));
  const beside = files.length > 0 ? [{ heading: message('bundle.contents.signed'), rows: files }] : [];
  return [
    { heading: message('bundle.contents.documents'), rows: papers },
    ...beside,
    ...evidence.map(({ heading, pieces }) => ({
      heading,
      rows: pieces.map(({ piece, page }) => row(pieceTitle(piece), page, remarkOn(piece))),
    })),
  ];
}

/** `Báo cáo tổng kết (10/BC-SKHCN)`. */
export function pieceTitle({ piece: { title, document } }: PreparedPiece): string {
  const number = oneLine(document ?? '');
  return number ? `${oneLine(title)} (${number})` : oneLine(title);
}

function remarkOn(piece: PreparedPiece): string {
  if (piece.kind === 'pages') return message('bundle.remark.pages', { pages: piece.pages });
  if (piece.kind !== 'listed') return message(`bundle.remark.${piece.kind}`);
  const name = shortened(piece.piece.fileName ?? '');
  return name ? message('bundle.remark.announced', { name }) : message('bundle.remark.listed');
}

/** The page of a piece whose file gives none. */
export function noteOf(piece: PreparedPiece): Note | undefined {
  if (piece.kind !== 'named' && piece.kind !== 'attached') return undefined;
  const { file, criterion } = piece;
  return {
    heading: message(`bundle.note.${piece.kind}`),
    lines: [
      line(message('bundle.line.criterion'), criterion),
      line(message('bundle.line.title'), pieceTitle(piece)),
      line(message('bundle.line.file'), file.name),
      line(message('bundle.line.size'), sizeText(file.bytes)),
      line('SHA-256', file.sha256),
    ],
    explanation:
      piece.kind === 'attached'
        ? message('bundle.note.attached.how')
        : message(`bundle.reason.${piece.reason.code}`, piece.reason.params),
  };
}

function line(label: string, value: string): Line {
  return { label, value: shortened(value) };
}

/** A note stays on one page, whatever somebody has typed. */
const LONGEST = 300;

function shortened(text: string): string {
  const letters = [...oneLine(text)];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}
