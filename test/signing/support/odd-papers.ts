import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';

/** A page without any place for a signature, as a scanner makes it; with a password, one that asks for it. */
export async function blank({ title = '', password }: { title?: string; password?: string } = {}) {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.addPage();
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The file with one byte of its content changed: signatures on it no longer hold. */
export function changed(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf);
  copy.write('X', copy.indexOf('/MediaBox') + 3);
  return copy;
}

const UNFOLDED = 64 * 1024 * 1024;

/** A file whose objects unfold to 64 megabytes each, from 64 kilobytes; all of them are to be held at once. */
export function unfolding(objects: number): Buffer {
  const numbers = Array.from({ length: objects }, (_, at) => 2 + 2 * at);
  const catalog = Buffer.from('%PDF-1.5\n1 0 obj\n<</Type/Catalog>>\nendobj\n');
  const holds = holding(numbers.map((number) => number + 1));
  const parts: Buffer[] = [catalog];
  const places: [kind: number, place: number][] = [
    [0, 0],
    [1, catalog.indexOf('1 0 obj')],
  ];
  let at = catalog.length;
  for (const number of numbers) {
    const holder = holds(number);
    places.push([1, at], [2, number]);
    parts.push(holder);
    at += holder.length;
  }
  return Buffer.concat([...parts, table(places), Buffer.from(`startxref\n${at}\n%%EOF`)]);
}

/** Objects that hold the same stream of one letter with a long tail of blanks, under each of the numbers. */
function holding(numbers: readonly number[]): (number: number) => Buffer {
  const head = numbers.map((number) => `${number} 0 `).join('');
  const content = '<</Length 1>>\nstream\na\nendstream'.padEnd(UNFOLDED - head.length);
  const bytes = deflateSync(head + content);
  return (number) => packed(number, `/Type/ObjStm/N ${numbers.length}/First ${head.length}`, bytes);
}

function table(places: readonly [kind: number, place: number][]): Buffer {
  const rows = Buffer.alloc(5 * places.length);
  for (const [at, [kind, place]] of places.entries()) {
    rows.writeUInt8(kind, 5 * at);
    rows.writeUInt32BE(place, 5 * at + 1);
  }
  return packed(places.length, `/Type/XRef/W[1 4 0]/Size ${places.length}/Root 1 0 R`, deflateSync(rows));
}

function packed(number: number, about: string, bytes: Buffer): Buffer {
  const head = `${number} 0 obj\n<<${about}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream\nendobj\n')]);
}
