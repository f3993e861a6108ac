import { sha256Hex } from '../hash';

const DATE = /\/(?:CreationDate|ModDate) \(D:(\d{14})/g;
const IDENTIFIER = /\/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>/;
/** Chromium names the header cells of tables by a counter that runs on from document to document. */
const HEADER_CELL = /(?<!\\)\(node(\d{8,})\)/g;
/** The document information is the first object, the trailer the last thing of the file. */
const ENDS = 65_536;

/**
 * Sets, in place, what a printed PDF holds of the moment of printing: the two dates (to midnight UTC of `day`,
 * `YYYY-MM-DD`), the names of header cells (to 1, 2, 3…) and the file identifier, where there is one (to a digest of the
 * content). Lengths do not change, so every offset in the file stays true, and the same document gives the same bytes.
 */
export function stabilise(pdf: Uint8Array, day: string): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const stamp = `${day.replaceAll('-', '')}000000`;
  const head = bytes.toString('latin1', 0, ENDS);
  for (const match of head.matchAll(DATE)) bytes.write(stamp, endOf(match) - stamp.length, 'latin1');
  renumberHeaderCells(bytes);
  return fixIdentifier(bytes);
}

function renumberHeaderCells(bytes: Buffer): void {
  const numbers = new Map<string, number>();
  for (const match of bytes.toString('latin1').matchAll(HEADER_CELL)) {
    const [, digits = ''] = match;
    const number = numbers.get(digits) ?? numbers.size + 1;
    numbers.set(digits, number);
    bytes.write(String(number).padStart(digits.length, '0'), endOf(match) - 1 - digits.length, 'latin1');
  }
}

function fixIdentifier(bytes: Buffer): Uint8Array {
  const from = Math.max(0, bytes.length - ENDS);
  const match = IDENTIFIER.exec(bytes.toString('latin1', from));
  if (!match) return bytes;
  const blank = match[0].replace(/[0-9A-Fa-f]{32}/g, '0'.repeat(32));
  bytes.write(blank, from + match.index, 'latin1');
  const digest = sha256Hex(bytes).slice(0, 32);
  bytes.write(blank.replace(/0{32}/g, digest), from + match.index, 'latin1');
  return bytes;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}
