import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { canonicalJson } from '../../src/domain/canonical';
import { openBundle } from '../../src/features/dossiers/bundle/bundle-reader';
import { evidenceOfFiles } from '../../src/features/dossiers/bundle/evidence-source';
import { exportRound } from '../../src/features/dossiers/bundle/export-round';
import { type Manifest, entryOf, manifestJson } from '../../src/features/dossiers/bundle/manifest';
import { LONGEST_REPLAYED, verifyBundle } from '../../src/features/dossiers/bundle/verify-bundle';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { ZipParts } from '../../src/platform/zip/zip-parts';
import { ZipReader } from '../../src/platform/zip/zip-reader';
import { evaluated, loadCase, scratchFolder } from './support/round';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let unpacked: string;
const at = (...names: string[]) => join(folder.path, ...names);

beforeAll(async () => {
  folder = await scratchFolder();
  const data = await loadCase('hung-yen');
  const few = evaluated(data.campaign, { ...data.round, nominations: data.round.nominations.slice(0, 2) });
  const renderer = await PdfRenderer.open();
  await exportRound({
    data: few,
    evidence: evidenceOfFiles('ab'.repeat(32)),
    target: at('bundle.zip'),
    renderer,
  });
  await renderer.close();
  const zip = await ZipReader.open(at('bundle.zip'));
  for (const name of zip.sizes.keys()) {
    await mkdir(dirname(at('unpacked', name)), { recursive: true });
    for await (const chunk of zip.read(name)) await appendFile(at('unpacked', name), chunk);
  }
  zip.close();
});
afterAll(() => folder.remove());
beforeEach(async () => {
  unpacked = at('copy');
  await rm(unpacked, { recursive: true, force: true });
  await cp(at('unpacked'), unpacked, { recursive: true });
});

async function verified(path: string) {
  const bundle = await openBundle(path);
  try {
    return await verifyBundle(bundle);
  } finally {
    bundle.close();
  }
}

describe('a bundle that is verified', () => {
  test('is whole, packed and unpacked', async () => {
    const packed = await verified(at('bundle.zip'));
    expect(packed.differences).toEqual([]);
    expect(packed.manifest?.auditHead).toBe('ab'.repeat(32));
    expect(packed.kept).toMatchObject({ result: await readFile(join(unpacked, 'result.json'), 'utf8') });
    expect((await verified(unpacked)).differences).toEqual([]);
  });

  test('tells all that was changed, taken away and put in, at once', async () => {
    const { manifest } = await verified(unpacked);
    const [first = '', second = ''] = (manifest?.files ?? [])
      .map(({ path }) => path)
      .filter((path) => path.endsWith('ho-so.pdf'));
    const bytes = await readFile(join(unpacked, first));
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(join(unpacked, first), bytes);
    await rm(join(unpacked, second));
    await writeFile(join(unpacked, 'la.txt'), 'x');
    await appendFile(join(unpacked, 'result.json'), '\n');
    const { differences, kept } = await verified(unpacked);
    expect(kept).toBeUndefined();
    expect(differences.map(({ code, params }) => [code, params.path])).toEqual([
      ['extra', 'la.txt'],
      ['changed', first],
      ['missing', second],
      ['changed-size', 'result.json'],
    ]);
  });

  test('is no part because its manifest says so while the words to replay are there, or one is gone', async () => {
    const path = join(unpacked, 'manifest.json');
    const omits = ['inputs/campaign.json', 'inputs/nominations.json', 'result.json'];
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    await writeFile(path, canonicalJson({ ...manifest, part: { folders: ['x'], count: 1, all: 2, omits } }));
    expect(await verified(unpacked)).toMatchObject({ differences: [], kept: { result: expect.any(String) } });
    await rm(join(unpacked, 'result.json'));
    const { differences, kept } = await verified(unpacked);
    expect(differences).toEqual([{ code: 'missing', params: { path: 'result.json' } }]);
    expect(kept).toBeUndefined();
  });

  test('knows a page count that its manifest does not tell truly', async () => {
    const path = join(unpacked, 'manifest.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/"pages":\d+/, '"pages":99'));
    expect((await verified(unpacked)).differences).toMatchObject([{ code: 'pages', params: { said: 99 } }]);
  });

  test.each([
    ['is not there', undefined, 'no-manifest'],
    ['is no JSON', 'xin chào', 'bad-manifest'],
    ['was set out otherwise', '{ "schema": "thidua/bundle@1", "files": [] }', 'bad-manifest'],
    ['names no files', '{"files":[null],"schema":"thidua/bundle@1"}', 'bad-manifest'],
  ])('says so when the manifest %s', async (_, text, code) => {
    await rm(join(unpacked, 'manifest.json'));
    if (text !== undefined) await writeFile(join(unpacked, 'manifest.json'), text);
    expect((await verified(unpacked)).differences).toEqual([{ code, params: {} }]);
  });

  test('says which result is too long to be worked out again, without taking it into memory', async () => {
    const files = ['inputs/campaign.json', 'inputs/nominations.json', 'result.json'].map((path) => ({
      ...entryOf(path, Buffer.from('x')),
      bytes: LONGEST_REPLAYED + 1,
    }));
    const manifest = manifestJson(await loadCase('hung-yen'), { version: 1, auditHead: 'ab' }, files);
    const sizes = new Map([...files.map(({ path, bytes }) => [path, bytes] as const), ['manifest.json', 9]]);
    const read = (path: string) => Readable.from([Buffer.from(path === 'manifest.json' ? manifest : 'x')]);
    expect(await verifyBundle({ sizes, read, close: () => undefined })).toMatchObject({
      differences: [],
      kept: 'too-long',
    });
  });

  test('follows no link', async () => {
    await symlink('/etc/passwd', join(unpacked, 'mat-khau.txt'));
    await expect(openBundle(unpacked)).rejects.toMatchObject({ code: 'zip-link' });
  });
});

describe('a hostile ZIP', () => {
  async function zipOf(files: [string, Buffer][], change = (bytes: Buffer) => bytes) {
    const parts = new ZipParts();
    const written = [];
    for (const [file, content] of files) written.push(...(await parts.entry(file, content, { pack: true })));
    await writeFile(at('hostile.zip'), change(Buffer.concat([...written, ...parts.end()])));
    return at('hostile.zip');
  }

  test.each([
    ['leads out of its folder', '../bb.pdf', 'zip-unsafe-name'],
    ['stands at the root of the disk', '/a/bb.pdf', 'zip-unsafe-name'],
    ['is there twice', 'dd/bb.pdf', 'zip-twice'],
  ])('is refused when a name %s', async (_, name, code) => {
    const path = await zipOf([name, 'cc/bb.pdf', 'dd/bb.pdf'].map((file) => [file, Buffer.from('x')]));
    await expect(openBundle(path)).rejects.toMatchObject({ code });
  });

  test('is refused when it unfolds a thousandfold, when it holds a link, and when it is no ZIP', async () => {
    const bomb = await zipOf([['manifest.json', Buffer.alloc(20_000_000)]]);
    await expect(openBundle(bomb)).rejects.toMatchObject({ code: 'zip-unfolds' });
    const asLink = (bytes: Buffer) => {
      bytes.writeUInt16LE(0o120777, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 40);
      return bytes;
    };
    const link = await zipOf([['a', Buffer.from('/etc')]], asLink);
    await expect(openBundle(link)).rejects.toMatchObject({ code: 'zip-link' });
    await writeFile(at('none.zip'), 'xin chào');
    await expect(openBundle(at('none.zip'))).rejects.toMatchObject({ code: 'zip-broken' });
  });
});
