import { isPlanMark } from '../../../domain/criterion-name';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import type { Attachment, Bookmark, MergeOrder, MergePart } from '../../../platform/pdf/merge/merge-order';
import type { Printed } from '../../../platform/pdf/merge/read-printed';
import { oneLine } from '../../../platform/text/printable';
import { FILE_TYPES } from '../../evidence/file-type';
import { shownName } from '../../evidence/shown-name';
import { type Contents, noteOf, pieceTitle } from './front.view';
import type { PreparedPiece } from './prepared-piece';

/** All that a dossier is put together from. */
export interface Parts {
  nomination: Nomination;
  papers: Uint8Array;
  printed: Printed;
  pieces: readonly PreparedPiece[];
}

/** Where everything stands when the cover takes so many pages. Pages are counted from 1. */
export function contentsOf({ printed, pieces }: Parts, coverPages: number): Contents {
  const documents = printed.bookmarks.map(({ title, page }) => ({ title, page: coverPages + page + 1 }));
  let next = coverPages + printed.pages + 1;
  const placed = pieces.map((piece) => {
    const pages = pagesOf(piece);
    const page = pages === 0 ? null : next;
    next += pages;
    return { piece, page };
  });
  const criteria = [...new Set(pieces.map(({ criterion }) => criterion))];
  return {
    documents,
    evidence: criteria.map((criterion) => ({
      heading: message('bundle.contents.evidence', { criterion }),
      pieces: placed.filter(({ piece }) => piece.criterion === criterion),
    })),
  };
}

function pagesOf(piece: PreparedPiece): number {
  if (piece.kind === 'pages') return piece.pages;
  return piece.kind === 'listed' ? 0 : 1;
}

/** Cover, papers, then the evidence in its order: pages of its own, or its page among the notes behind the cover. */
export function mergeParts(
  parts: Parts,
  front: Uint8Array,
  coverPages: number,
): Pick<MergeOrder, 'sources' | 'parts' | 'attachments'> {
  const sources = [front, parts.papers];
  const merged: MergePart[] = [
    { source: 0, from: 0, to: coverPages },
    { source: 1, from: 0, to: parts.printed.pages },
  ];
  let note = coverPages;
  for (const piece of parts.pieces) {
    const header = headerOf(parts.nomination, piece);
    if (piece.kind === 'pages')
      merged.push({ source: sources.push(piece.pdf) - 1, from: 0, to: piece.pages, header });
    if (noteOf(piece)) merged.push({ source: 0, from: note, to: (note += 1) });
  }
  return { sources, parts: merged, attachments: parts.pieces.flatMap((piece) => attachmentOf(piece) ?? []) };
}

function headerOf({ code, name }: Nomination, piece: PreparedPiece): string {
  const mark = piece.piece.criterion;
  return message('bundle.header', {
    criterion: isPlanMark(mark) ? mark : beginningOf(piece.criterion),
    code: oneLine(code),
    name: oneLine(name),
    title: pieceTitle(piece),
  });
}

const LONGEST_NAME = 40;

/** So much of `“Có sáng kiến …”` that the rest of the line has room beside it. */
function beginningOf(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST_NAME) return name;
  return `${letters
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/\s+\S*$/, '')}…”`;
}

function attachmentOf(piece: PreparedPiece): Attachment | undefined {
  if (piece.kind !== 'attached') return undefined;
  const { name, type } = piece.file;
  // Whoever saves it takes the name as it is.
  return {
    name: shownName(name, type),
    mime: FILE_TYPES[type].mime,
    about: pieceTitle(piece),
    bytes: piece.bytes,
  };
}

/** Everything that the table of contents names, and the headings inside the papers. */
export function bookmarksOf(contents: Contents, { bookmarks }: Printed, coverPages: number): Bookmark[] {
  const evidence = contents.evidence.flatMap(({ heading, pieces }): Bookmark[] => {
    const children = pieces.flatMap(({ piece, page }): Bookmark[] =>
      page === null ? [] : [{ title: pieceTitle(piece), page: page - 1, children: [] }],
    );
    const [first] = children;
    return first ? [{ title: heading, page: first.page, children }] : [];
  });
  const cover = { title: message('bundle.contents'), page: 0, children: [] };
  return [cover, ...bookmarks.map((each) => shifted(each, coverPages)), ...evidence];
}

function shifted({ title, page, children }: Bookmark, by: number): Bookmark {
  return { title, page: page + by, children: children.map((child) => shifted(child, by)) };
}
