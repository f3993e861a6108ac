import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib';
import type { Bookmark } from './merge-order';

/** Sets the outline of a document, its first level open. */
export function setBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context, catalog } = document;
  const pages = document.getPages().map(({ ref }) => ref);
  const root = context.nextRef();
  const { first, last } = level(document, pages, bookmarks, root);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: bookmarks.length }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function level(
  document: PDFDocument,
  pages: readonly PDFRef[],
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
) {
  const { context } = document;
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page, children }, at) => {
    const item: PDFDict = context.obj({
      Title: PDFHexString.fromText(title.normalize('NFC')),
      Parent: parent,
      Dest: [pages[page] ?? PDFNull, 'XYZ', PDFNull, PDFNull, PDFNull],
    });
    const [ref, before, after] = [refs[at], refs[at - 1], refs[at + 1]];
    if (!ref) return;
    if (before) item.set(PDFName.of('Prev'), before);
    if (after) item.set(PDFName.of('Next'), after);
    if (children.length > 0) {
      const { first, last } = level(document, pages, children, ref);
      if (first) item.set(PDFName.of('First'), first);
      if (last) item.set(PDFName.of('Last'), last);
      // Negative: closed.
      item.set(PDFName.of('Count'), context.obj(-children.length));
    }
    context.assign(ref, item);
  });
  return { first: refs[0], last: refs.at(-1) };
}
