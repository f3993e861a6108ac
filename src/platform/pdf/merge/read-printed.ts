import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Bookmark } from './merge-order';

export interface Printed {
  pages: number;
  /** The headings of the document, as its printer has outlined them. */
  bookmarks: Bookmark[];
}

/** How many pages a print of ours has, and which heading stands where. */
export async function readPrinted(pdf: Uint8Array): Promise<Printed> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = new Map(document.getPages().map(({ ref }, at) => [ref, at]));
  const root = document.context.lookup(document.catalog.get(PDFName.of('Outlines')));
  return { pages: pages.size, bookmarks: root instanceof PDFDict ? children(document, pages, root) : [] };
}

function children(document: PDFDocument, pages: ReadonlyMap<PDFRef, number>, above: PDFDict): Bookmark[] {
  const found: Bookmark[] = [];
  const next = (item: PDFDict, key: string): PDFObject | undefined =>
    document.context.lookup(item.get(PDFName.of(key)));
  for (let item = next(above, 'First'); item instanceof PDFDict; item = next(item, 'Next')) {
    const title = next(item, 'Title');
    const target = next(item, 'Dest');
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const text = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '';
    found.push({
      title: text.normalize('NFC').replace(/\s+/g, ' ').trim(),
      page: pages.get(page as PDFRef) ?? 0,
      children: children(document, pages, item),
    });
  }
  return found;
}
