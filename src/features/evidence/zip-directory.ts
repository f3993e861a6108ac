import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { bytesAt } from './read-bytes';
import { UnfitFile } from './unfit-file';

/** What an archive may unfold to, and how many parts it may have; a workbook of a ministry stays far below. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
const LONGEST_DIRECTORY = 4 * 1024 * 1024;

/** The end of a zip archive: a record of 22 bytes and a comment of at most 64 KB. */
const END_RECORD = 22;
const LONGEST_END = END_RECORD + 65_535;
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** One part of an archive on the disk; sizes and places in bytes. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/** What the directory of an archive declares, without unfolding anything. Throws UnfitFile. */
export async function zipEntries(file: FileHandle, bytes: number): Promise<ZipEntry[]> {
  const start = Math.max(0, bytes - LONGEST_END);
  const tail = await bytesAt(file, start, bytes - start);
  const end = tail.lastIndexOf(END);
  if (end < 0 || end + END_RECORD > tail.length) throw new UnfitFile('file-broken');
  const [count, length, offset] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > MOST_ENTRIES || length > LONGEST_DIRECTORY) throw new UnfitFile('file-unfolds-too-far');
  const entries = entriesOf(await bytesAt(file, offset, length), count);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    throw new UnfitFile('file-unfolds-too-far');
  return entries;
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new UnfitFile('file-broken');
    entries.push(entryAt(directory, at));
    const lengths = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    at += lengths.reduce((sum, length) => sum + length, 46);
  }
  return entries;
}

function entryAt(directory: Buffer, at: number): ZipEntry {
  return {
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
    name: directory.toString('utf8', at + 46, at + 46 + directory.readUInt16LE(at + 28)),
  };
}

/**
 * Unfolds one part, chunk by chunk, and gives its first `keep` bytes. It must unfold to exactly what it has declared: one
 * byte more ends it, so that a bomb costs no more than its own bytes. Throws UnfitFile.
 */
export async function unfold(file: FileHandle, entry: ZipEntry, keep = 0): Promise<Buffer> {
  const kept: Buffer[] = [];
  const take = async (source: AsyncIterable<Buffer>): Promise<void> => {
    let seen = 0;
    for await (const chunk of source) {
      if (seen < keep) kept.push(chunk.subarray(0, keep - seen));
      seen += chunk.length;
      if (seen > entry.size) throw new UnfitFile('file-unfolds-too-far');
    }
    if (seen < entry.size) throw new UnfitFile('file-broken');
  };
  await through(file, entry, take).catch((error: unknown) => {
    throw isOfZlib(error) ? new UnfitFile('file-broken') : error;
  });
  return Buffer.concat(kept);
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

const [STORED, DEFLATED] = [0, 8];

function through(
  file: FileHandle,
  entry: ZipEntry,
  take: (source: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  if (entry.method === STORED) return take(packedBytes(file, entry));
  if (entry.method !== DEFLATED) return Promise.reject(new UnfitFile('file-broken'));
  return pipeline(packedBytes(file, entry), createInflateRaw(), take);
}

const CHUNK = 64 * 1024;

async function* packedBytes(file: FileHandle, { offset, packed }: ZipEntry): AsyncGenerator<Buffer> {
  const local = await bytesAt(file, offset, 30);
  if (local.readUInt32LE(0) !== LOCAL_ENTRY) throw new UnfitFile('file-broken');
  const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  for (let done = 0; done < packed; done += CHUNK)
    yield await bytesAt(file, start + done, Math.min(CHUNK, packed - done));
}
