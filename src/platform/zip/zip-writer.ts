import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** ZIP counts years from 1980, in local time: a day that no time zone moves out of its range. */
const SAME_TIME = new Date(2000, 0, 1);
/** A plain file, for its owner to write and all to read. */
const MODE = 0o100644;
/** So many bytes may wait for the disk while the next entries are read. */
const IN_HAND = 8 << 20;

/**
 * A ZIP file that is written entry by entry: what has been written is not kept in memory. The same entries in the same
 * order give the same bytes. PDFs and pictures are packed already, so entries are stored as they are unless `pack` is set.
 */
export class ZipWriter {
  private readonly zip = new ZipFile();
  private readonly written: Promise<void>;

  constructor(path: string) {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, highWaterMark: IN_HAND });
    this.written = pipeline(this.zip.outputStream, file);
    // Told by `add` and `end`.
    this.written.catch(() => undefined);
  }

  /** Settles when the bytes are on their way to the file. `name` is relative, `/` between its parts. */
  async add(name: string, bytes: Uint8Array, { pack = false }: { pack?: boolean } = {}): Promise<void> {
    const options = {
      mtime: SAME_TIME,
      forceDosTimestamp: true,
      mode: MODE,
      compress: pack,
      size: bytes.length,
    };
    // The entry keeps what it is given to the end: so it is given a box, which is emptied.
    const box: { source?: Readable } = { source: Readable.from(slicesOf(bytes), { objectMode: false }) };
    const taken = new Promise<void>((settle, fail) => box.source?.once('end', settle).once('error', fail));
    this.zip.addReadStreamLazy(name, options, (give) => {
      give(undefined, box.source ?? Readable.from([]));
      box.source = undefined;
    });
    await Promise.race([taken, this.failed()]);
  }

  /** Writes the directory; the file is complete when this settles. */
  async end(): Promise<void> {
    this.zip.end();
    await this.written;
  }

  /** Gives up: the file is closed, and whoever called removes it. */
  async abort(): Promise<void> {
    (this.zip.outputStream as Readable).destroy(new Error('the ZIP file was given up'));
    await this.written.catch(() => undefined);
  }

  /** Never settles but by a failure: a full disk ends the wait for an entry that nobody takes any more. */
  private async failed(): Promise<never> {
    await this.written;
    throw new Error('the ZIP file was closed too early');
  }
}

const SLICE = 1 << 20;

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}
