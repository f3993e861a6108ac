import { type PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { numbersIn } from './cross-references';
import type { PdfFile } from './pdf-revision';

/** The bytes that a signature speaks for, and where they end; the signature itself lies in the one gap between them. */
interface SignedBytes {
  data: Buffer;
  end: number;
  /** The CMS, with the zeros that fill its room. */
  signature: Buffer;
}

/**
 * What a signature covers: from the first byte of the file to the end of the state that was signed, all but its own value.
 * Any other shape is how files are wrapped round a signature of something else: undefined.
 */
export function signedBytes({ bytes: pdf, text }: PdfFile, signature: PDFDict): SignedBytes | undefined {
  const range = numbersIn(signature, 'ByteRange');
  const [start = -1, before = -1, after = -1, rest = -1] = range;
  const end = after + rest;
  const fits =
    range.length === 4 && start === 0 && before > 0 && rest > 0 && before < after && end <= pdf.length;
  const value = signature.get(PDFName.of('Contents'));
  if (!fits || !(value instanceof PDFHexString)) return undefined;
  const gap = text.slice(before, after);
  const bytes = Buffer.from(value.asBytes());
  const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(gap)?.[1];
  if (hex === undefined || !Buffer.from(hex.replace(/\s+/g, ''), 'hex').equals(bytes)) return undefined;
  const data = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, end)]);
  return { data, end, signature: bytes };
}

/** Whether nothing but white space follows. */
export function isWhole({ text }: { text: string }, end: number): boolean {
  return /^\s*$/.test(text.slice(end));
}
