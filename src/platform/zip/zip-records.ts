/** One file of a ZIP, as its records tell of it. It comes from memory, so its sizes stay below 4 GB. */
interface ZipEntry {
  name: Buffer;
  method: typeof STORED | typeof DEFLATED;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local record begins. */
  offset: number;
}

export const STORED = 0;
export const DEFLATED = 8;

/** Version 6.3 of the format, on Unix; to read it 2.0 is enough and, with the wide records, 4.5. */
const [MADE_BY, PLAIN, WIDE] = [(3 << 8) | 63, 20, 45];
const NAME_IS_UTF8 = 1 << 11;
/** A plain file, for its owner to write and all to read. */
const ATTRIBUTES = 0o100644 * 0x1_0000;
/** The same for every file: 1 January 2000, 00:00, counted from 1980. */
const [TIME, DATE] = [0, (20 << 9) | (1 << 5) | 1];
/** In place of a number that has no room here: it stands in a wide record. */
const [MOST_16, MOST_32] = [0xffff, 0xffff_ffff];

/** A number and how many bytes it takes. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Stands before the bytes of a file (PKWARE APPNOTE 6.3.10, 4.3.7). */
export function localRecord(entry: ZipEntry): Buffer {
  return record([u32(0x0403_4b50), u16(PLAIN), ...shared(entry), u16(0)], entry.name);
}

/** Stands in the directory behind all files (4.3.12), with a wide offset where that is beyond 4 GB (4.5.3). */
export function directoryRecord(entry: ZipEntry): Buffer {
  const { name, offset } = entry;
  const isWide = offset >= MOST_32;
  const extra = isWide ? [u16(1), u16(8), u64(offset)] : [];
  const version = [u16(MADE_BY), u16(isWide ? WIDE : PLAIN)];
  const [comment, disk, text] = [u16(0), u16(0), u16(0)];
  const rest = [u16(lengthOf(extra)), comment, disk, text, u32(ATTRIBUTES), u32(Math.min(offset, MOST_32))];
  return record([u32(0x0201_4b50), ...version, ...shared(entry), ...rest], name, record(extra));
}

/** Ends the file (4.3.16); more than 65,534 files, or 4 GB, have the wide records first (4.3.14, 4.3.15). */
export function endRecords({ count, offset, size }: { count: number; offset: number; size: number }): Buffer {
  const isWide = count >= MOST_16 || offset >= MOST_32 || size >= MOST_32;
  const wide = isWide ? wideEndRecords(count, offset, size) : [];
  const shown = u16(Math.min(count, MOST_16));
  const place = [u32(Math.min(size, MOST_32)), u32(Math.min(offset, MOST_32))];
  const [disks, comment] = [u32(0), u16(0)];
  return record([...wide, u32(0x0605_4b50), disks, shown, shown, ...place, comment]);
}

function wideEndRecords(count: number, offset: number, size: number): Field[] {
  const [length, disks, disk, diskCount] = [u64(44), u64(0), u32(0), u32(1)];
  const place = [u64(count), u64(count), u64(size), u64(offset)];
  const end = [u32(0x0606_4b50), length, u16(MADE_BY), u16(WIDE), disks, ...place];
  const locator = [u32(0x0706_4b50), disk, u64(offset + size), diskCount];
  return [...end, ...locator];
}

/** What both records of a file say, in the same order. */
function shared({ name, method, crc, packedSize, size }: ZipEntry): Field[] {
  const how = [u16(NAME_IS_UTF8), u16(method), u16(TIME), u16(DATE)];
  return [...how, u32(crc), u32(packedSize), u32(size), u16(name.length)];
}

function u16(value: number): Field {
  return [2, value];
}

function u32(value: number): Field {
  return [4, value];
}

function u64(value: number): Field {
  return [8, value];
}

/** Little endian. Throws a RangeError for a number that has no room. */
function record(fields: readonly Field[], ...behind: Buffer[]): Buffer {
  const bytes = Buffer.alloc(lengthOf(fields));
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 8) at = bytes.writeBigUInt64LE(BigInt(value), at);
    else at = length === 4 ? bytes.writeUInt32LE(value, at) : bytes.writeUInt16LE(value, at);
  }
  return behind.length === 0 ? bytes : Buffer.concat([bytes, ...behind]);
}

function lengthOf(fields: readonly Field[]): number {
  return fields.reduce((sum, [length]) => sum + length, 0);
}
