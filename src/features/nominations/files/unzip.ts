import { inflateRawSync } from 'node:zlib';

/** What the archive may unfold to; a workbook of a ministry stays far below. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/** `workbook-too-large` or `broken-workbook`. */
export class BadArchive extends Error {
  constructor(readonly code: 'workbook-too-large' | 'broken-workbook') {
    super(code);
  }
}

/**
 * The files of a zip archive by name. The sizes that its directory declares are summed before anything is unfolded, and
 * no file may unfold to more than it declared: a zip bomb costs nothing. Throws BadArchive.
 */
export function unzip(bytes: Buffer): Record<string, Uint8Array> {
  try {
    return extractAll(bytes, directoryOf(bytes));
  } catch (error) {
    throw error instanceof BadArchive ? error : new BadArchive('broken-workbook');
  }
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

function directoryOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new BadArchive('broken-workbook');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new BadArchive('workbook-too-large');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new BadArchive('broken-workbook');
    entries.push(entryAt(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number): Entry {
  return {
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
  };
}

function extractAll(bytes: Buffer, entries: Entry[]): Record<string, Uint8Array> {
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > MOST_BYTES) throw new BadArchive('workbook-too-large');
  const files = Object.create(null) as Record<string, Uint8Array>;
  for (const entry of entries) if (!entry.name.endsWith('/')) files[entry.name] = extract(bytes, entry);
  return files;
}

function extract(bytes: Buffer, { offset, method, packed, size }: Entry): Uint8Array {
  if (bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw new BadArchive('broken-workbook');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0 && packed === size) return data;
  if (method !== 8) throw new BadArchive('broken-workbook');
  return size === 0 ? new Uint8Array() : inflateRawSync(data, { maxOutputLength: size });
}
