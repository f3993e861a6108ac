import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, type ZipFile, fromBufferPromise, openPromise } from 'yauzl';
import { ZipParts } from '../../src/platform/zip/zip-parts';
import { ZipReader } from '../../src/platform/zip/zip-reader';
import { STORED, directoryRecord, endRecords, localRecord } from '../../src/platform/zip/zip-records';
import { ZipWriter } from '../../src/platform/zip/zip-writer';
import { scratchFolder } from '../dossiers/support/round';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  folder = await scratchFolder();
});
afterAll(() => folder.remove());

const at = (name: string) => join(folder.path, name);
const LAZY = { lazyEntries: true, autoClose: false };
/** Every reader of ZIP files checks it with the CRC that PKWARE's note and the RFC of PNG give for it. */
const [DIGITS, CRC_OF_DIGITS] = [Buffer.from('123456789'), 0xcbf4_3926];

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

describe('a ZIP file that is written', () => {
  const FILES: [string, Buffer, { pack?: boolean }][] = [
    ['hồ sơ/ho-so.pdf', DIGITS, {}],
    ['trống.txt', Buffer.of(), {}],
    ['result.json', Buffer.from('{"một":1}'.repeat(10_000)), { pack: true }],
  ];

  async function written(name: string): Promise<Buffer> {
    const zip = new ZipWriter(at(name));
    for (const file of FILES) await zip.add(...file);
    await zip.end();
    return readFile(at(name));
  }

  test('gives back every file, and is the same every time', async () => {
    const bytes = await written('one.zip');
    expect((await written('two.zip')).equals(bytes)).toBe(true);
    const zip = await ZipReader.open(at('one.zip'));
    expect([...zip.sizes]).toEqual(FILES.map(([name, content]) => [name, content.length]));
    for (const [name, content] of FILES) expect((await buffer(zip.read(name))).equals(content)).toBe(true);
    zip.close();
  });

  test('says of each what readers ask for before they read', async () => {
    const zip = await fromBufferPromise(await written('told.zip'), LAZY);
    const [first, empty, packed] = await entriesOf(zip);
    expect(first).toMatchObject({ compressionMethod: 0, crc32: CRC_OF_DIGITS, compressedSize: 9 });
    expect(empty).toMatchObject({ crc32: 0, uncompressedSize: 0 });
    expect(packed).toMatchObject({ compressionMethod: 8, uncompressedSize: 110_000 });
    expect(packed?.compressedSize).toBeLessThan(2_000);
    expect(first?.getLastModDate()).toEqual(new Date(2000, 0, 1));
    expect((first?.externalFileAttributes ?? 0) >>> 16).toBe(0o100644);
  });

  test('is not put in place of another, and says what the disk says', async () => {
    await writeFile(at('there.zip'), 'x');
    for (const [path, code] of [
      [at('there.zip'), 'EEXIST'],
      [at('nowhere/new.zip'), 'ENOENT'],
    ] as const) {
      const zip = new ZipWriter(path);
      await expect(zip.add('a', DIGITS).then(() => zip.end())).rejects.toMatchObject({ code });
      await expect(zip.add('b', DIGITS)).rejects.toMatchObject({ code });
      await zip.abort();
    }
    expect(await readFile(at('there.zip'), 'utf8')).toBe('x');
  });

  test('may hold more files than sixteen bits count', async () => {
    const parts = new ZipParts();
    const written = [];
    for (let number = 0; number < 65_536; number += 1)
      written.push(...(await parts.entry(`${number}.txt`, DIGITS)));
    const zip = await fromBufferPromise(Buffer.concat([...written, ...parts.end()]), LAZY);
    expect(zip.entryCount).toBe(65_536);
    const last = (await entriesOf(zip)).at(-1);
    expect(last).toMatchObject({ fileName: '65535.txt', crc32: CRC_OF_DIGITS });
    expect(last && (await buffer(await zip.openReadStreamPromise(last)))).toEqual(DIGITS);
  });

  test('may be larger than thirty-two bits count', async () => {
    const name = Buffer.from('far.txt');
    const offset = 5 * 2 ** 30;
    const entry = { name, method: STORED, crc: CRC_OF_DIGITS, packedSize: 9, size: 9, offset } as const;
    const behind = Buffer.concat([localRecord(entry), DIGITS]);
    const directory = directoryRecord(entry);
    const end = endRecords({ count: 1, offset: offset + behind.length, size: directory.length });
    // The files before it are a hole, which takes no room on the disk.
    const file = await open(at('far.zip'), 'w');
    const tail = Buffer.concat([behind, directory, end]);
    await file.write(tail, 0, tail.length, offset);
    await file.close();
    const zip = await openPromise(at('far.zip'), LAZY);
    const [far] = await entriesOf(zip);
    expect(far).toMatchObject({ fileName: 'far.txt', relativeOffsetOfLocalHeader: offset });
    expect(far && (await buffer(await zip.openReadStreamPromise(far)))).toEqual(DIGITS);
    zip.close();
  });
});
