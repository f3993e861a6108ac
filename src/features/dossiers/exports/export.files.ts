import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExportJobRow } from './export-job.entity';
import { endingOf } from './export-kind';

type JobFile = Pick<ExportJobRow, 'id' | 'attempts' | 'kind'>;

/** What a dead worker has left behind is removed after a day: nobody writes on it any more. */
const LEFT_OVER_MS = 86_400_000;

/**
 * Results of exports, in a folder beside the dossiers: all services and workers of one database share it. Each attempt has
 * a file of its own, so that nobody overwrites what another has finished.
 */
export class ExportFiles {
  constructor(private readonly folder: string) {}

  static of(dataDir: string): ExportFiles {
    return new ExportFiles(join(dataDir, 'exports'));
  }

  /** Where the attempt that is under way, or that has finished, has its file. */
  pathOf({ id, attempts, kind }: JobFile): string {
    return join(this.folder, `${id}-${attempts}.${endingOf(kind)}`);
  }

  /**
   * Lets `write` write a draft of the attempt under way, and moves it to its place whole once it is safely on the disk. Gives
   * what the file is.
   */
  async place(
    job: JobFile,
    write: (draft: string) => Promise<void>,
  ): Promise<{ sha256: string; kilobytes: number }> {
    const path = this.pathOf(job);
    const draft = `${path}.tmp`;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.removeFormer(job);
    try {
      await write(draft);
      await toDisk(draft);
      const sha256 = await digestOf(draft);
      const { size } = await stat(draft);
      await rename(draft, path);
      return { sha256, kilobytes: Math.ceil(size / 1024) };
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** What earlier attempts have left. A later one may have finished already while this one slept. */
  private async removeFormer({ id, attempts }: JobFile): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const attempt = name.startsWith(`${id}-`) ? Number.parseInt(name.slice(id.length + 1), 10) : attempts;
      if (attempt < attempts) await this.remove(join(this.folder, name)).catch(() => undefined);
    }
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes old files that no row calls its own; `known` are the names of those that do. */
  async tidy(known: ReadonlySet<string>, now: number): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (!known.has(path) && mtimeMs < now - LEFT_OVER_MS) await this.remove(path);
    }
  }
}

/** A power cut after this loses nothing that was told to be there. */
async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
