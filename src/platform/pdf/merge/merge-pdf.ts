import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { attach } from './attach';
import { setBookmarks } from './bookmarks';
import { MarginTexts } from './margin-texts';
import type { MergeOrder, MergePart } from './merge-order';
import { Tags } from './tags';

/** Makes the PDF of an order: the same order gives the same bytes. */
export async function mergePdf(order: MergeOrder): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  describe(merged, order);
  const margins = await MarginTexts.embed(merged, order.stamp);
  const tags = new Tags(merged);
  const sources = await Promise.all(order.sources.map((bytes) => open(bytes, merged)));
  for (const part of order.parts) addPart(merged, sources[part.source], part);
  for (const source of sources) tags.take(source.document, source.copier, source.taken);
  takeFields(merged, sources);
  drawMargins(merged, order.parts, margins, tags);
  tags.end();
  setBookmarks(merged, order.bookmarks);
  attach(merged, order.attachments, order.day);
  return merged.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

interface Source {
  document: PDFDocument;
  copier: PDFObjectCopier;
  pages: PDFRef[];
  /** The copies of its pages. */
  taken: PDFDict[];
}

async function open(bytes: Uint8Array, merged: PDFDocument): Promise<Source> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const copier = PDFObjectCopier.for(document.context, merged.context);
  return { document, copier, pages: document.getPages().map(({ ref }) => ref), taken: [] };
}

/** Copied by their references, so that tags find the copies. */
function addPart(merged: PDFDocument, source: Source | undefined, { from, to }: MergePart): void {
  for (const page of source?.pages.slice(from, to) ?? []) {
    const ref = source?.copier.copy(page);
    const leaf = ref && merged.context.lookup(ref);
    if (!ref || !(leaf instanceof PDFPageLeaf)) continue;
    merged.addPage(PDFPage.of(leaf, ref, merged));
    source?.taken.push(leaf);
  }
}

/** Places for signatures stay places for signatures. */
function takeFields(merged: PDFDocument, sources: readonly Source[]): void {
  const { context, catalog } = merged;
  const fields = sources.flatMap(({ document, copier }) => {
    const form = document.context.lookup(document.catalog.get(PDFName.of('AcroForm')));
    const known =
      form instanceof PDFDict ? document.context.lookup(form.get(PDFName.of('Fields'))) : undefined;
    return known instanceof PDFArray ? known.asArray().map((field) => copier.copy(field)) : [];
  });
  if (fields.length === 0) return;
  catalog.set(PDFName.of('AcroForm'), context.register(context.obj({ Fields: fields })));
}

function drawMargins(
  merged: PDFDocument,
  parts: readonly MergePart[],
  margins: MarginTexts,
  tags: Tags,
): void {
  const pages = merged.getPages();
  const headers = parts.flatMap(({ from, to, header }) => Array.from({ length: to - from }, () => header));
  pages.forEach((page, at) => {
    const header = headers[at];
    const above = header === undefined ? '' : `\n${margins.headerOn(page.getSize(), header)}`;
    const margin = `/Artifact BMC\n${margins.stampOn(page.getSize(), at + 1, pages.length)}${above}\nEMC`;
    const marks = header === undefined ? undefined : tags.figure(page.ref, page.node, header);
    surround(merged, page.node, `q\n${marks?.begin ?? ''}`, `${marks?.end ?? ''}\nQ\n${margin}`);
    const resources = page.node.Resources() ?? merged.context.obj({});
    page.node.set(PDFName.of('Resources'), resources);
    within(merged, resources, 'Font').set(PDFName.of('Margin'), margins.fontRef);
    within(merged, resources, 'XObject').set(PDFName.of('Qr'), margins.qr);
  });
}

/** Whatever the drawing of a page leaves behind of its state does not reach what is drawn after it. */
function surround({ context }: PDFDocument, node: PDFPageLeaf, before: string, after: string): void {
  const contents = node.get(PDFName.of('Contents'));
  const former = contents && context.lookup(contents);
  const between = former instanceof PDFArray ? former.asArray() : contents ? [contents] : [];
  const stream = (text: string) => context.register(context.flateStream(text));
  node.set(PDFName.of('Contents'), context.obj([stream(before), ...between, stream(after)]));
}

function within({ context }: PDFDocument, resources: PDFDict, key: string): PDFDict {
  const there = context.lookup(resources.get(PDFName.of(key))) as PDFDict | undefined;
  if (there) return there;
  const made = context.obj({});
  resources.set(PDFName.of(key), made);
  return made;
}

/** Title, language and fixed dates; nothing of the moment or the machine. */
function describe(merged: PDFDocument, { title, day }: MergeOrder): void {
  const { context, catalog } = merged;
  const date = new Date(`${day}T00:00:00.000Z`);
  merged.setTitle(title.normalize('NFC'), { showInWindowTitleBar: true });
  merged.setProducer('thidua');
  merged.setCreationDate(date);
  merged.setModificationDate(date);
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText('vi'));
  context.trailerInfo.ID = undefined;
}
