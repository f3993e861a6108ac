import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Small files of every kind that is taken, and of many that are not. */
export const pdf = (text = 'Báo cáo'): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n% ${text}\nstartxref\n0\n%%EOF\n`);

/** A whole picture of one row, or a header that claims another size. */
export function png(width = 4, height = 3): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(15));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The segments up to the frame; enough for everything that looks at headers. */
export function jpeg(width = 640, height = 480): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0x10, 0x02]), Buffer.alloc(0x1000)]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.from([0xff, 0xd9])]);
}

export interface Part {
  name: string;
  content: Buffer | string;
  /** What the directory says that it unfolds to. */
  claimed?: number;
  stored?: boolean;
  encrypted?: boolean;
}

export function zip(parts: readonly Part[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, claimed, stored = false, encrypted = false } of parts) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(encrypted ? 1 : 0, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimed ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    head.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([
    ...bodies,
    ...directory,
    endOf(parts.length, Buffer.concat(directory).length, offset),
  ]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

function contentTypes(...main: string[]): Part {
  const content = `<Types>${main.map((type) => `<Override ContentType="${type}"/>`).join('')}</Types>`;
  return { name: '[Content_Types].xml', content };
}

export const docx = (...more: Part[]): Buffer =>
  zip([
    contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`),
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);

export const xlsx = (...more: Part[]): Buffer =>
  zip([
    contentTypes(`${OFFICE}.spreadsheetml.sheet.main+xml`),
    { name: 'xl/workbook.xml', content: '<workbook/>', stored: true },
    ...more,
  ]);

/** Two documents in one file: every reader would see another. */
export const both = (): Buffer =>
  zip([
    contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`, `${OFFICE}.spreadsheetml.sheet.main+xml`),
    { name: 'word/document.xml', content: '<w:document/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ]);

/** A document with macros, as Word writes one. */
export const docm = (): Buffer =>
  zip([
    contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
    { name: 'word/document.xml', content: '<w:document/>' },
    { name: 'word/vbaProject.bin', content: 'x' },
  ]);

/** The beginning of a file of the old Office, and of an encrypted one of the new. */
export const oldOffice = (): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]);
