import { PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Place, type Source, crossReferences, objectAt, parsedAt } from './cross-references';
import { numberIn, unfolded } from './pdf-streams';
import { UnreadablePdf } from './unreadable-pdf';

/** A PDF as it stood when it ended at some byte: only what its own tables name. */
export interface Revision {
  context: PDFContext;
  catalog: PDFDict;
}

/** A PDF as it was sent: its bytes, and the same as letters of one byte each, made once for all of its states. */
export interface PdfFile {
  bytes: Uint8Array;
  text: string;
}

export function pdfFile(bytes: Uint8Array): PdfFile {
  return { bytes, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1') };
}

/**
 * Reads what a reader of PDF would show of a file that ends at that byte, and nothing that lies between. What stands behind
 * it is not known to it: an object that was broken then may be whole now. Throws UnreadablePdf.
 */
export function readRevision(file: PdfFile, end = file.bytes.length): Revision {
  const context = PDFContext.create();
  const source = { bytes: file.bytes.subarray(0, end), text: file.text.slice(0, end), context };
  const { places, trailer } = crossReferences(source);
  const objects = [...direct(source, places), ...packed(source, places)];
  // Reading the packed ones leaves nothing behind: each number is given its one object.
  for (const [ref, object] of objects) context.assign(ref, object);
  const catalog = context.lookup(trailer.get(PDFName.of('Root')));
  if (!(catalog instanceof PDFDict)) throw new UnreadablePdf('catalog');
  return { context, catalog };
}

function* direct(source: Source, places: ReadonlyMap<number, Place>): Generator<[PDFRef, PDFObject]> {
  for (const [number, place] of places) {
    if (place === 'free' || !('at' in place)) continue;
    const object = objectAt(source, place.at, { number, generation: place.generation });
    if (object) yield [PDFRef.of(number, place.generation), object];
  }
}

/** Objects that are kept inside object streams (ISO 32000-1, 7.5.7). */
function* packed(source: Source, places: ReadonlyMap<number, Place>): Generator<[PDFRef, PDFObject]> {
  const holders = new Map<number, Set<number>>();
  for (const [number, place] of places) {
    if (place === 'free' || !('inside' in place)) continue;
    holders.set(place.inside, (holders.get(place.inside) ?? new Set()).add(number));
  }
  for (const [holder, wanted] of holders) {
    const place = places.get(holder);
    if (place === undefined || place === 'free' || !('at' in place)) continue;
    const stream = objectAt(source, place.at, { number: holder });
    if (stream instanceof PDFRawStream) yield* objectsIn(source.context, stream, wanted);
  }
}

function* objectsIn(
  context: PDFContext,
  stream: PDFRawStream,
  wanted: ReadonlySet<number>,
): Generator<[PDFRef, PDFObject]> {
  const bytes = unfolded(stream);
  const first = numberIn(stream.dict, 'First', 0);
  const head = bytes.toString('latin1', 0, first).trim().split(/\s+/).map(Number).values();
  for (const number of head) {
    const offset = head.next().value;
    if (offset === undefined || !wanted.has(number)) continue;
    const object = parsedAt({ bytes, context }, first + offset);
    if (object) yield [PDFRef.of(number, 0), object];
  }
}
