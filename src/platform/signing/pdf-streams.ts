import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRawStream } from '@cantoo/pdf-lib';
import { UnreadablePdf } from './unreadable-pdf';

/** Tables of what stands where are small, also those of a thick file. */
const MOST_UNFOLDED = 64 * 1024 * 1024;
const PNG_UP = 2;
const PNG_FIRST = 10;

/** What a stream of the file's own tables holds. Throws UnreadablePdf for one that unfolds too far or in unusual ways. */
export function unfolded(stream: PDFRawStream): Buffer {
  const filter = single(stream.dict, 'Filter');
  const contents = Buffer.from(stream.getContents());
  if (filter === undefined) return contents;
  if (filter !== PDFName.of('FlateDecode')) throw new UnreadablePdf('filter');
  return unpredicted(inflated(contents), single(stream.dict, 'DecodeParms'));
}

function inflated(contents: Buffer): Buffer {
  try {
    return inflateSync(contents, { maxOutputLength: MOST_UNFOLDED });
  } catch {
    throw new UnreadablePdf('stream');
  }
}

function single(dict: PDFDict, key: string) {
  const value = dict.lookup(PDFName.of(key));
  if (!(value instanceof PDFArray)) return value;
  if (value.size() > 1) throw new UnreadablePdf('filter');
  return value.lookup(0);
}

/** Tables are written row by row as differences from the row above (PNG filters 0 and 2; ISO 32000-1, 7.4.4.4). */
function unpredicted(bytes: Buffer, parameters: unknown): Buffer {
  const predictor = numberIn(parameters, 'Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < PNG_FIRST) throw new UnreadablePdf('predictor');
  const columns = numberIn(parameters, 'Columns', 1);
  if (columns < 1 || columns > bytes.length) throw new UnreadablePdf('predictor');
  const rows: Buffer[] = [];
  let above = Buffer.alloc(columns);
  for (let at = 0; at + columns < bytes.length; at += columns + 1) {
    const row = Buffer.from(bytes.subarray(at + 1, at + 1 + columns));
    const kind = bytes[at];
    if (kind !== 0 && kind !== PNG_UP) throw new UnreadablePdf('predictor');
    if (kind === PNG_UP)
      for (const [column, up] of above.entries()) row[column] = ((row[column] ?? 0) + up) & 255;
    rows.push(row);
    above = row;
  }
  return Buffer.concat(rows);
}

export function numberIn(dict: unknown, key: string, otherwise: number): number {
  const value = dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined;
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
