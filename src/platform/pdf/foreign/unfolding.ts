import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFName,
  PDFNumber,
  PDFRawStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';

/** A scan of A3 at 600 dpi in colour takes 209 MB; whoever opens the dossier needs room for it. */
const MOST_BYTES = 256 * 1024 * 1024;
/** What other filters than Flate may be given: they unfold without a limit, watched by the process alone. */
const MOST_PACKED = 16 * 1024 * 1024;
const CHUNK = 1024 * 1024;
const COLOUR_BITS = 24;

const FLATE = new Set(['FlateDecode', 'Fl']);
const OTHERS = new Set([
  'LZWDecode',
  'LZW',
  'RunLengthDecode',
  'RL',
  'ASCII85Decode',
  'A85',
  'ASCIIHexDecode',
  'AHx',
]);

/**
 * Refuses what is small in a file and fills the memory of whoever looks at the page: a stream that unfolds too far,
 * however often it is packed, and a picture that claims too many points. Throws PdfFailure `too-heavy`.
 */
export function requireModest(context: PDFContext, stream: PDFRawStream): void {
  let bytes: Uint8Array = stream.contents;
  const filters = filtersOf(context, stream);
  for (const [at, filter] of filters.entries()) {
    if (FLATE.has(filter)) bytes = inflated(bytes, at === filters.length - 1);
    else if (OTHERS.has(filter)) bytes = decoded(context, filter, bytes);
    // Codecs of pictures come last; how far they unfold, their size says.
    else break;
  }
  if (bytes.length > MOST_BYTES || pictureBytes(context, stream) > 2 * MOST_BYTES)
    throw new PdfFailure('too-heavy');
}

function filtersOf(context: PDFContext, { dict }: PDFRawStream): string[] {
  const filter = context.lookup(dict.get(PDFName.of('Filter')));
  const all = filter instanceof PDFArray ? filter.asArray().map((each) => context.lookup(each)) : [filter];
  return all.flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []));
}

/**
 * Viewers show what they can read of a broken stream: no more than was found harmless before the break, unless another
 * filter unfolds it further.
 */
function inflated(bytes: Uint8Array, isLast: boolean): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_BYTES, chunkSize: CHUNK });
  } catch (error) {
    if (error instanceof RangeError) throw new PdfFailure('too-heavy');
    if (isLast) return new Uint8Array();
    throw new PdfFailure('broken');
  }
}

function decoded(context: PDFContext, filter: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length > MOST_PACKED) throw new PdfFailure('too-heavy');
  try {
    return decodePDFRawStream(PDFRawStream.of(context.obj({ Filter: filter }), bytes)).decode();
  } catch {
    return new Uint8Array();
  }
}

function pictureBytes(context: PDFContext, { dict }: PDFRawStream): number {
  const value = (key: string) => context.lookup(dict.get(PDFName.of(key)));
  const [width, height, bits] = [value('Width'), value('Height'), value('BitsPerComponent')];
  if (!(width instanceof PDFNumber) || !(height instanceof PDFNumber)) return 0;
  const isBlackAndWhite =
    value('ImageMask') === PDFBool.True || (bits instanceof PDFNumber && bits.asNumber() === 1);
  return (width.asNumber() * height.asNumber() * (isBlackAndWhite ? 1 : COLOUR_BITS)) / 8;
}
