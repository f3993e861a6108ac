import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { message } from '../messages/message';

/** Begins the name of each room for a signature: `ky-1`, `ky-2`… in the order of the page. */
export const ROOM = 'ky-';
/** The field of whoever answers for the paper; `ChuKy2`, `ChuKy3`… are those who sign beside them. */
export const SIGNATURE_FIELD = 'ChuKy';
export const SEAL_FIELD = 'ConDau';

/**
 * Where the organisation signs (NĐ 30/2020, Phụ lục I, phần I, mục II.8): over the left third of the signature; a paper
 * that goes with another one as a file of its own bears it at the top right of its first page.
 */
export type SealPlace = 'beside-signature' | 'first-page-corner' | 'none';

interface Rectangle {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

interface Room {
  name: string;
  ref: PDFRef;
  annotation: PDFDict;
  page: number;
}

const POINTS_PER_MM = 72 / 25.4;
/** Seals of provincial departments are 35 to 36 mm across; the picture has their true size. */
const SEAL_MM = 36;
const CORNER_MM = { width: 62, height: 12, right: 16, top: 5 };
const PRINTED = 4;

/**
 * A printed document whose rooms (links that lead to themselves: `<a id="ky-1" href="#ky-1">`) have become empty fields
 * for digital signatures: the last room `ChuKy`, those before it `ChuKy2`…, and the seal `ConDau`. The same document
 * gives the same bytes. Every paper has a room.
 */
export async function withSignatureFields(pdf: Uint8Array, seal: SealPlace): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const rooms = roomsOf(document);
  const main = rooms.at(-1);
  if (!main) throw new Error('the document has no room for a signature');
  const beside = rooms.slice(0, -1);
  const fields = [
    becomeField(document, main, SIGNATURE_FIELD),
    ...beside.map((room, at) => becomeField(document, room, `${SIGNATURE_FIELD}${at + 2}`)),
    ...(seal === 'none' ? [] : [addSeal(document, main, seal)]),
  ];
  forgetDestinations(document, rooms);
  document.catalog.set(PDFName.of('AcroForm'), document.context.register(formOf(document, fields)));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}

function formOf({ context }: PDFDocument, fields: PDFRef[]): PDFDict {
  return context.obj({ Fields: fields, SigFlags: 1 });
}

function roomsOf(document: PDFDocument): Room[] {
  return document.getPages().flatMap(({ node }, page) =>
    (node.Annots()?.asArray() ?? []).flatMap((ref): Room[] => {
      const annotation = document.context.lookupMaybe(ref, PDFDict);
      const name = annotation?.lookup(PDFName.of('Dest'));
      if (!(ref instanceof PDFRef) || !annotation || !(name instanceof PDFName)) return [];
      const text = name.decodeText();
      return text.startsWith(ROOM) ? [{ name: text, ref, annotation, page }] : [];
    }),
  );
}

/** The very object of the link becomes the field, so that it keeps its place in the tags of the page. */
function becomeField(document: PDFDocument, { ref, annotation, page }: Room, name: string): PDFRef {
  for (const key of ['Dest', 'Border', 'A']) annotation.delete(PDFName.of(key));
  for (const [key, value] of document.context.obj(fieldEntries(document, page, name)).entries())
    annotation.set(key, value);
  for (const [, element] of document.context.enumerateIndirectObjects())
    if (element instanceof PDFDict && isTagOf(element, ref)) element.set(PDFName.of('S'), PDFName.of('Form'));
  return ref;
}

function fieldEntries(document: PDFDocument, page: number, name: string) {
  const about = message(`signature.field.${name === SEAL_FIELD ? 'seal' : 'person'}`);
  return {
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(name),
    TU: PDFHexString.fromText(about),
    F: PRINTED,
    P: document.getPage(page).ref,
  };
}

function isTagOf(element: PDFDict, ref: PDFRef): boolean {
  if (element.get(PDFName.of('S')) !== PDFName.of('Link')) return false;
  const content = element.lookup(PDFName.of('K'));
  const items = content instanceof PDFArray ? content.asArray() : [content];
  return items.some((item) => item instanceof PDFDict && item.get(PDFName.of('Obj')) === ref);
}

function addSeal(document: PDFDocument, main: Room, place: 'beside-signature' | 'first-page-corner'): PDFRef {
  const page = place === 'first-page-corner' ? 0 : main.page;
  const { left, bottom, right, top } =
    place === 'first-page-corner' ? cornerOf(document) : besideSignature(main);
  const entries = fieldEntries(document, page, SEAL_FIELD);
  const ref = document.context.register(
    document.context.obj({ ...entries, Rect: [left, bottom, right, top] }),
  );
  document.getPage(page).node.addAnnot(ref);
  return ref;
}

/** Its middle at the height of the signature, its right edge a third into it. */
function besideSignature({ annotation }: Room): Rectangle {
  const { left, bottom, right, top } = rectangleOf(annotation);
  const size = SEAL_MM * POINTS_PER_MM;
  const [edge, middle] = [left + (right - left) / 3, (bottom + top) / 2];
  return { left: edge - size, bottom: middle - size / 2, right: edge, top: middle + size / 2 };
}

function cornerOf(document: PDFDocument): Rectangle {
  const { width, height } = document.getPage(0).getSize();
  const right = width - CORNER_MM.right * POINTS_PER_MM;
  const top = height - CORNER_MM.top * POINTS_PER_MM;
  return {
    left: right - CORNER_MM.width * POINTS_PER_MM,
    bottom: top - CORNER_MM.height * POINTS_PER_MM,
    right,
    top,
  };
}

/** Of an annotation, whichever corners its rectangle names first. */
export function rectangleOf(annotation: PDFDict): Rectangle {
  const corners = annotation.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asArray() ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = corners.map((each) =>
    each instanceof PDFNumber ? each.asNumber() : 0,
  );
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

function forgetDestinations({ catalog }: PDFDocument, rooms: Room[]): void {
  const destinations = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const { name } of rooms) destinations?.delete(PDFName.of(name));
  if (destinations?.keys().length === 0) catalog.delete(PDFName.of('Dests'));
}
