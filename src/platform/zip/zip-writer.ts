import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ZipParts } from './zip-parts';

/** So many bytes may wait for the disk while the next entries are read. */
const IN_HAND = 8 << 20;

/** A ZIP file that is written entry by entry (`ZipParts`): what has been written is not kept in memory. */
export class ZipWriter {
  private readonly parts = new ZipParts();
  private readonly file;
  private readonly written: Promise<void>;

  constructor(path: string) {
    this.file = createWriteStream(path, { flags: 'wx', mode: 0o600, highWaterMark: IN_HAND });
    this.written = finished(this.file);
    // Told by `add` and `end`.
    this.written.catch(() => undefined);
  }

  /** Settles when the bytes are on their way to the file. Waited for before the next one is given. */
  async add(...entry: Parameters<ZipParts['entry']>): Promise<void> {
    await this.write(await this.parts.entry(...entry));
  }

  /** Writes the directory; the file is complete when this settles. */
  async end(): Promise<void> {
    await this.write(this.parts.end());
    this.file.end();
    await this.written;
  }

  /** Gives up: the file is closed, and whoever called removes it. */
  async abort(): Promise<void> {
    this.file.destroy();
    await this.written.catch(() => undefined);
  }

  private async write(parts: readonly Uint8Array[]): Promise<void> {
    if (this.file.errored) throw this.file.errored;
    const waits = parts.map((part) => !this.file.write(part)).at(-1);
    if (waits) await once(this.file, 'drain');
  }
}
