import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DomainError } from '../../domain/domain-error';
import { newId } from '../database/new-id';

/** A file on its way in: on the disk, under no hash yet. */
export interface Incoming {
  path: string;
  sha256: string;
  bytes: number;
}

const INCOMING = 'incoming';
const SHA256 = /^[0-9a-f]{64}$/;
/** What a process that died has left; whatever is still coming in is younger. */
const LEFT_OVER_MS = 24 * 3_600_000;

/** The bytes of the evidence files, each under its SHA-256: `ab/abcdef…`, readable by the service alone. */
export class FileFolder {
  constructor(private readonly folder: string) {}

  /**
   * Writes what comes, up to `most` bytes, to a name of its own, so that it outlives a power cut. Throws `file-too-large`
   * (with `megabytes`), or what the source throws; nothing is left then.
   */
  async receive(
    source: AsyncIterable<Buffer>,
    most: { bytes: number; megabytes: number },
  ): Promise<Incoming> {
    const folder = join(this.folder, INCOMING);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, newId());
    const [file, hash] = [await open(path, 'wx', 0o600), createHash('sha256')];
    try {
      const bytes = await write(source, file, hash, most);
      await file.sync();
      return { path, sha256: hash.digest('hex'), bytes };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  /** Moves it under its hash; the same bytes are there only once. Done again it does nothing. */
  async place({ path, sha256 }: Pick<Incoming, 'path' | 'sha256'>): Promise<void> {
    const target = this.pathOf(sha256);
    if (await exists(target)) return;
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(join(target, '..'));
  }

  /** Rejects when it is not there. */
  open(sha256: string): Promise<FileHandle> {
    return open(this.pathOf(sha256), 'r');
  }

  async discard(incoming: readonly Pick<Incoming, 'path'>[]): Promise<void> {
    await Promise.all(incoming.map(({ path }) => rm(path, { force: true })));
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  /** The hashes of all files that are kept. */
  async hashes(): Promise<string[]> {
    const names = await readdir(this.folder, { recursive: true }).catch(nothingThere);
    return names.map((name) => basename(name)).filter((name) => SHA256.test(name));
  }

  /** Removes what came in and was never placed, by a process that has died. */
  async removeLeftOvers(now: number): Promise<void> {
    const folder = join(this.folder, INCOMING);
    for (const name of await readdir(folder).catch(nothingThere)) {
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > LEFT_OVER_MS) await rm(join(folder, name), { force: true });
    }
  }

  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('a hash names a file, and nothing else does');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

async function write(
  source: AsyncIterable<Buffer>,
  file: FileHandle,
  hash: Hash,
  most: { bytes: number; megabytes: number },
): Promise<number> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > most.bytes) throw new DomainError('file-too-large', { most: most.megabytes });
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return bytes;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** The name of a file is part of its folder, which is written to the disk apart. Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A folder that nobody has needed yet. */
function nothingThere(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
