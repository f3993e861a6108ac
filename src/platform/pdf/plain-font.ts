import { inflateSync } from 'node:zlib';

interface Table {
  tag: string;
  checksum: number;
  data: Buffer;
}

const HEAD = 44;
const ENTRY = 20;

/** The TrueType font inside a WOFF 1.0 file, which PDF readers do not know (W3C WOFF File Format 1.0, §3 to §5). */
export function trueTypeOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => tableAt(woff, HEAD + at * ENTRY));
  const bodyAt = 12 + count * 16;
  const header = Buffer.alloc(bodyAt);
  woff.copy(header, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(count));
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  const body: Buffer[] = [];
  let offset = bodyAt;
  for (const [at, { tag, checksum, data }] of tables.entries()) {
    header.write(tag, 12 + at * 16, 'latin1');
    header.writeUInt32BE(checksum, 16 + at * 16);
    header.writeUInt32BE(offset, 20 + at * 16);
    header.writeUInt32BE(data.length, 24 + at * 16);
    const padding = Buffer.alloc(-data.length & 3);
    body.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat([header, ...body]);
}

function tableAt(woff: Buffer, at: number): Table {
  const [offset, packed, length] = [4, 8, 12].map((from) => woff.readUInt32BE(at + from)) as [
    number,
    number,
    number,
  ];
  const bytes = woff.subarray(offset, offset + packed);
  return {
    tag: woff.toString('latin1', at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    data: packed < length ? inflateSync(bytes) : bytes,
  };
}
