import { constants, inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFName,
  type PDFObject,
  PDFRawStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';

/** More drawing than this on one page takes a viewer minutes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Filters other than Flate unfold in memory: only short streams may use them. */
const MOST_PACKED = 1024 * 1024;

const FILTER = PDFName.of('Filter');
const FLATE = PDFName.of('FlateDecode');

/**
 * What a page draws as one stream: a single one stays packed as it is, several are joined, for their operators may begin
 * in one and end in the next. Throws PdfFailure `too-heavy`.
 */
export function drawingOf(context: PDFContext, contents: PDFObject | undefined): PDFRawStream | Buffer {
  const streams = streamsOf(context, contents);
  const [only] = streams;
  if (only && streams.length === 1) return only;
  const parts = streams.flatMap((stream) => [unpacked(context, stream), Buffer.from('\n')]);
  if (parts.reduce((sum, { length }) => sum + length, 0) > MOST_BYTES) throw new PdfFailure('too-heavy');
  return Buffer.concat(parts);
}

function streamsOf(context: PDFContext, contents: PDFObject | undefined): PDFRawStream[] {
  const object = context.lookup(contents);
  const found = object instanceof PDFArray ? object.asArray().map((each) => context.lookup(each)) : [object];
  return found.filter((each) => each instanceof PDFRawStream);
}

function unpacked(context: PDFContext, stream: PDFRawStream): Buffer {
  const filter = context.lookup(stream.dict.get(FILTER));
  const only = filter instanceof PDFArray && filter.size() === 1 ? context.lookup(filter.get(0)) : filter;
  const isPlainFlate = only === FLATE && !stream.dict.has(PDFName.of('DecodeParms'));
  if (isPlainFlate) return inflated(stream.contents);
  if (only && stream.contents.length > MOST_PACKED) throw new PdfFailure('too-heavy');
  return Buffer.from(only ? decodePDFRawStream(stream).decode() : stream.contents);
}

/** As much as can be read: viewers show what there is of a stream that breaks off. */
function inflated(packed: Uint8Array): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw new PdfFailure('too-heavy');
    return Buffer.alloc(0);
  }
}
