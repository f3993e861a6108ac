import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Clock } from '../../../platform/clock/clock';
import { writeAtomically } from '../../../platform/files/write-atomically';

const DIGEST_LENGTH = 32;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;
const MEGABYTE = 1024 * 1024;

/** One cache for the service and the commands, beside the database. */
export function cacheFolder(dataDir: string): string {
  return join(dataDir, 'dossiers');
}

/** Prints kept on disk by what they were made of. An entry holds the digest of its bytes, then the bytes. */
export class DossierCache {
  constructor(
    private readonly folder: string,
    private readonly clock = new Clock(),
  ) {}

  /** The bytes kept under a key; undefined when there are none, or when they are no longer what was written. */
  async get(key: string): Promise<Uint8Array | undefined> {
    const entry = await read(this.pathOf(key)).catch(() => undefined);
    if (!entry) return undefined;
    const bytes = entry.bytes.subarray(DIGEST_LENGTH);
    if (!entry.bytes.subarray(0, DIGEST_LENGTH).equals(digest(bytes))) return undefined;
    if (Math.abs(this.now() - entry.mtimeMs) > DAY_MS) await this.touch(key);
    return bytes;
  }

  /** Dossiers speak of people: a new folder is for its owner alone. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeAtomically(this.pathOf(key), Buffer.concat([digest(bytes), bytes]));
  }

  /**
   * Removes what nobody has asked for in thirty days, drafts that were never finished, and, oldest first, what goes beyond so
   * many megabytes in all.
   */
  async prune(megabytes: number): Promise<void> {
    const oldest = this.now() - KEPT_DAYS * DAY_MS;
    let room = megabytes * MEGABYTE;
    for (const { path, size, mtimeMs } of await this.entries()) {
      room -= size;
      if (mtimeMs < oldest || room < 0) await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /** The one used last first, to the day. */
  private async entries(): Promise<{ path: string; size: number; mtimeMs: number }[]> {
    const names = await readdir(this.folder, { recursive: true }).catch(() => []);
    const found = names
      .filter((each) => /\.pdf\.cache(\.|$)/.test(each))
      .map((each) => join(this.folder, each));
    const entries = [];
    for (const path of found) {
      const there = await stat(path).catch(() => undefined);
      if (there) entries.push({ path, size: there.size, mtimeMs: there.mtimeMs });
    }
    return entries.toSorted((one, other) => other.mtimeMs - one.mtimeMs);
  }

  /** What cannot be touched is only forgotten sooner. */
  private async touch(key: string): Promise<void> {
    const seconds = this.now() / 1000;
    await utimes(this.pathOf(key), seconds, seconds).catch(() => undefined);
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }

  private pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.pdf.cache`);
  }
}

/** Bytes that were not read to the end are no longer what was written: the digest tells. */
async function read(path: string): Promise<{ bytes: Buffer; mtimeMs: number }> {
  const file = await open(path);
  try {
    const { size, mtimeMs } = await file.stat();
    const bytes = Buffer.allocUnsafe(size);
    await file.read(bytes, 0, size, 0);
    return { bytes, mtimeMs };
  } finally {
    await file.close();
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
