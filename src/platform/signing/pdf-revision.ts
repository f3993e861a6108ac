import { PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Place, type Source, crossReferences, objectAt, parsedAt } from './cross-references';
import { numberIn, unfolded } from './pdf-streams';
import { UnreadablePdf } from './unreadable-pdf';

/** A PDF as it stood when it ended at some byte: only what its own tables name. */
export interface Revision {
  context: PDFContext;
  catalog: PDFDict;
}

/** Reads what a reader of PDF would show of these bytes, and nothing that lies between. Throws UnreadablePdf. */
export function readRevision(bytes: Uint8Array): Revision {
  const context = PDFContext.create();
  const source = { bytes, text: Buffer.from(bytes).toString('latin1'), context };
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
    const found = objectAt(source, place.at);
    const isIt = found?.number === number && found.generation === place.generation;
    if (isIt && found.object) yield [PDFRef.of(number, place.generation), found.object];
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
    const stream = place !== undefined && place !== 'free' && 'at' in place && objectAt(source, place.at);
    if (!stream || stream.number !== holder || !(stream.object instanceof PDFRawStream)) continue;
    yield* objectsIn(source.context, stream.object, wanted);
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
