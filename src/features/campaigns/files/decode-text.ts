import { type LocatedFinding, fileFinding } from './located-finding';

type Decoded = { text: string; findings?: undefined } | { text?: undefined; findings: LocatedFinding[] };

/** UTF-8 with or without a byte order mark. Other encodings and binary files are refused at the first wrong byte. */
export function decodeText(bytes: Buffer, file: string): Decoded {
  if (isBinary(bytes)) return { findings: [fileFinding(file, 'binary-file')] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { findings: [{ ...fileFinding(file, 'not-utf8'), ...positionOf(bytes) }] };
  }
}

/** UTF-16, as some editors save, has zero bytes too. */
function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0);
}

/** Lines before the first byte that is no UTF-8 decode on their own; the first that does not is the place. */
function positionOf(bytes: Buffer): { line: number; col: number } {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const row = bytes.subarray(start, end === -1 ? bytes.length : end);
    const text = row.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(row) || end === -1)
      return { line, col: text.indexOf('\uFFFD') + 1 || 1 };
    start = end + 1;
  }
}
