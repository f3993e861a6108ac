import { type Entry, type ZipFile, openPromise } from 'yauzl';
import { UnsafeZip } from './unsafe-zip';

const MOST_ENTRIES = 100_000;
/** Text packs to a twentieth; what unfolds a thousandfold is made to fill a disk. */
const MOST_UNFOLDING = 200;
const SMALL = 1024 * 1024;
/** Many small entries that unfold far are as bad as a large one, and they may all share the same packed bytes. */
const SMALL_IN_ALL = 64 * SMALL;
const [FILE_KIND, LINK] = [0o170000, 0o120000];

/** A ZIP file that may have been made to do harm: every entry is looked at before any is read. */
export class ZipReader {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws UnsafeZip. */
  static async open(path: string): Promise<ZipReader> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
      throw new UnsafeZip('zip-broken');
    });
    try {
      return new ZipReader(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** The names of all files, folders apart, with the sizes that they declare. */
  get sizes(): Map<string, number> {
    return new Map([...this.entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize]));
  }

  /** The bytes of an entry, never more than it declares. Throws UnsafeZip `zip-broken`. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new UnsafeZip('zip-broken');
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch {
      throw new UnsafeZip('zip-broken');
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new UnsafeZip('zip-too-many', { most: MOST_ENTRIES });
  const entries = new Map<string, Entry>();
  let unfolded = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      requireHarmless(entry, entries);
      unfolded += entry.uncompressedSize;
      if (unfolded > SMALL_IN_ALL && unfolded > zip.fileSize * MOST_UNFOLDING)
        throw new UnsafeZip('zip-unfolds', { name: entry.fileName });
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof UnsafeZip ? error : unsafe(error);
  }
  return entries;
}

/** The reader itself refuses names that lead out of the folder. */
function unsafe(error: unknown): UnsafeZip {
  const said = error instanceof Error ? error.message : '';
  return /relative path|absolute path|invalid characters/.test(said)
    ? new UnsafeZip('zip-unsafe-name', {
        name: said
          .slice(said.indexOf(':') + 1)
          .trim()
          .slice(0, 200),
      })
    : new UnsafeZip('zip-broken');
}

function requireHarmless(entry: Entry, known: ReadonlyMap<string, Entry>): void {
  const { fileName: name, uncompressedSize, compressedSize, externalFileAttributes } = entry;
  if (known.has(name)) throw new UnsafeZip('zip-twice', { name });
  if (((externalFileAttributes >>> 16) & FILE_KIND) === LINK) throw new UnsafeZip('zip-link', { name });
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_UNFOLDING)
    throw new UnsafeZip('zip-unfolds', { name });
}
