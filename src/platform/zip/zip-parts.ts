import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { DEFLATED, STORED, directoryRecord, endRecords, localRecord } from './zip-records';

const deflated = promisify<Uint8Array, Buffer>(deflateRaw);

/**
 * The bytes of a ZIP file in their order, made entry by entry: nothing of an entry is kept but its record in the directory.
 * The same entries in the same order give the same bytes. Own code, since Node computes the CRC natively: libraries that
 * compute it in JavaScript take longer for that than the disk for all the rest.
 */
export class ZipParts {
  private readonly directory: Buffer[] = [];
  private offset = 0;

  /**
   * What comes next in the file. `name` is relative, `/` between its parts. PDFs and pictures are packed already: unless
   * `pack` is set, they are stored as they are.
   */
  async entry(
    name: string,
    bytes: Uint8Array,
    { pack = false }: { pack?: boolean } = {},
  ): Promise<Uint8Array[]> {
    const content = pack ? await deflated(bytes) : bytes;
    const entry = {
      name: Buffer.from(name),
      method: pack ? DEFLATED : STORED,
      crc: crc32(bytes),
      packedSize: content.length,
      size: bytes.length,
      offset: this.offset,
    } as const;
    const local = localRecord(entry);
    this.directory.push(directoryRecord(entry));
    this.offset += local.length + content.length;
    return [local, content];
  }

  /** The rest of the file. */
  end(): Uint8Array[] {
    const [count, offset] = [this.directory.length, this.offset];
    const size = this.directory.reduce((sum, { length }) => sum + length, 0);
    return [...this.directory, endRecords({ count, offset, size })];
  }
}
