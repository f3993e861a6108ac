import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../src/cli/failure';
import { verify } from '../../src/cli/verify.command';
import { canonicalJson } from '../../src/domain/canonical';
import { entryOf } from '../../src/features/dossiers/bundle/manifest';
import { sha256Hex } from '../../src/platform/hash';
import { ENGINE } from '../../src/platform/version';
import { loadCase, scratchFolder } from '../dossiers/support/round';
import { type Part, zip } from '../evidence/support/files';

const WHOLE = 'Gói hồ sơ còn nguyên vẹn: phong trào PT, đợt GD1';
const NO_MANIFEST = 'Không phải gói hồ sơ: thiếu tệp manifest.json.';
const BAD_MANIFEST = 'Tệp manifest.json đã bị sửa hoặc không phải danh mục của gói hồ sơ.';
const SHA = 'ab'.repeat(32);

describe('thidua verify of a hostile bundle', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => {
    folder = await scratchFolder();
  });
  afterAll(() => folder.remove());

  /** What it says, a line each; whatever else happens than a refusal fails the test. Nothing may be written anywhere near. */
  const said = async (bytes: Buffer, limits?: Parameters<typeof verify>[1]): Promise<string[]> => {
    const inner = join(folder.path, 'inner');
    await mkdir(inner, { recursive: true });
    await writeFile(join(inner, 'bundle.zip'), bytes);
    const refusal = await verify(join(inner, 'bundle.zip'), limits).then(
      () => new Refusal(['whole']),
      (error: unknown) => error,
    );
    expect([await readdir(folder.path), await readdir(inner)]).toEqual([['inner'], ['bundle.zip']]);
    if (!(refusal instanceof Refusal)) throw refusal;
    return refusal.lines.map((line) => line.replace(inner, ''));
  };

  const manifest = (...files: unknown[]) => ({
    schema: 'thidua/bundle@1',
    campaign: 'PT',
    phase: 'GD1',
    date: '2025-12-05',
    engine: 'thidua/test',
    version: 1,
    auditHead: SHA,
    files,
  });
  const bundle = (list: unknown, ...parts: Part[]) =>
    zip([{ name: 'manifest.json', content: canonicalJson(list) }, ...parts]);

  test.each<[string, Part, string]>([
    ['leads out by the marks of Windows', { name: '..\\..\\x', content: '' }, 'trỏ ra ngoài thư mục'],
    ['stands on a drive', { name: 'C:/x', content: '' }, 'trỏ ra ngoài thư mục'],
    ['leads out in the middle', { name: 'a/../../x', content: '' }, 'trỏ ra ngoài thư mục'],
    ['claims to be small', { name: 'a', content: Buffer.alloc(3e7), claimed: 9 }, 'Có thêm tệp a'],
    ['is locked', { name: 'a', content: 'x', encrypted: true }, 'Có thêm tệp a'],
  ])('names a file of a ZIP that %s', async (_what, part, words) => {
    expect((await said(bundle(manifest(), part))).join('\n')).toContain(words);
  });

  test('reads no more of a file than it claims, and opens none that is locked', async () => {
    const bytes = Buffer.alloc(3e7);
    const [file, content] = [entryOf('a', bytes), bytes];
    expect(await said(bundle(manifest({ ...file, bytes: 9 }), { name: 'a', content, claimed: 9 }))).toContain(
      'Tệp a đã bị sửa sau khi xuất.',
    );
    const locked = { name: 'a', content: 'x', encrypted: true };
    expect(await said(bundle(manifest(entryOf('a', Buffer.from('x'))), locked))).toContain(
      'Tệp a đã bị sửa sau khi xuất.',
    );
    const closed = zip([{ name: 'manifest.json', content: canonicalJson(manifest()), encrypted: true }]);
    expect((await said(closed))[0]).toBe(NO_MANIFEST);
  });

  test('refuses many small bombs as it does a large one', async () => {
    const parts = Array.from({ length: 100 }, (_, at) => ({ name: `${at}`, content: Buffer.alloc(1 << 20) }));
    expect((await said(zip(parts))).join()).toContain('bung ra quá lớn; không mở.');
  });

  test('lets no name of a file write lines, or turn them round', async () => {
    const path = `a\n${WHOLE}\u202e`;
    const lines = await said(bundle(manifest({ path, bytes: 1, sha256: SHA })));
    expect(lines[0]).toBe(`Thiếu tệp a ${WHOLE}.`);
    expect(lines.at(-1)).toMatch(/^Gói hồ sơ không còn nguyên vẹn/);
  });

  const good = { path: 'a', bytes: 1, sha256: SHA };
  test.each<[string, string]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a depth without end', '['.repeat(2_000_000)],
    ['objects in objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['files that are no list', canonicalJson({ ...manifest(), files: { length: 1 } })],
    ['a size beyond all numbers', canonicalJson(manifest(good)).replace('"bytes":1', '"bytes":1e400')],
    ['a size below nothing', canonicalJson(manifest(good)).replace('"bytes":1', '"bytes":-1.5')],
    ['a name that is no text', canonicalJson(manifest({ ...good, path: { toString: 1 } }))],
    ['a file twice', canonicalJson(manifest(good, good))],
    ['a part that is none', canonicalJson({ ...manifest(), part: { folders: 7, count: 1, all: 1 } })],
    ['a plan that is no text', canonicalJson({ ...manifest(good), campaign: { a: 1 } })],
    ['an heir of everything', '{"__proto__":{"files":[],"schema":"thidua/bundle@1"}}'],
  ])('knows no manifest that holds %s', async (_what, content) => {
    expect((await said(zip([{ name: 'manifest.json', content, stored: true }])))[0]).toBe(BAD_MANIFEST);
  });

  test('takes the names of the program’s own things for names', async () => {
    const files = ['__proto__', 'constructor', 'hasOwnProperty'].map((path) => ({ ...good, path }));
    const lines = await said(bundle(manifest(...files)));
    expect(lines.slice(0, 3)).toEqual(files.map(({ path }) => `Thiếu tệp ${path}.`));
  });

  test('calls inputs that nothing can be worked out from by their name', async () => {
    const content = { 'inputs/campaign.json': 'null', 'inputs/nominations.json': '[]', 'result.json': '7' };
    const parts = Object.entries(content).map(([name, text]) => ({ name, content: text }));
    const files = parts.map((part) => entryOf(part.name, Buffer.from(part.content)));
    const lines = await said(bundle(manifest(...files), ...parts));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/result\.json/);
  });

  /** A whole bundle of these inputs; they are what its result says they are. */
  const replayable = (campaign: string, nominations: string) => {
    const inputs = { campaign: sha256Hex(campaign), nominations: sha256Hex(nominations) };
    const result = JSON.stringify({ engine: ENGINE, inputs });
    const content = {
      'inputs/campaign.json': campaign,
      'inputs/nominations.json': nominations,
      'result.json': result,
    };
    const parts = Object.entries(content).map(([name, text]) => ({ name, content: text, stored: true }));
    return bundle(manifest(...parts.map((part) => entryOf(part.name, Buffer.from(part.content)))), ...parts);
  };
  const TOO_HEAVY = [expect.stringMatching(/^Tính lại kết quả .+ đã dừng: chưa kiểm chứng được kết quả\./)];

  test('gives up a result that would take for ever to work out again', async () => {
    const { campaign, round } = await loadCase('hung-yen');
    const [set] = campaign.criteriaSets;
    const criteriaSets = Array.from({ length: 3_000 }, (_, at) => ({ ...set, code: `tap-${at}` }));
    const nominations = Array.from({ length: 3_000 }, (_, at) => ({
      ...round.nominations.find(({ subject }) => subject === set?.subject),
      code: `N${at}`,
    }));
    const bytes = replayable(
      JSON.stringify({ ...campaign, criteriaSets }),
      JSON.stringify({ ...round, nominations }),
    );
    const start = performance.now();
    expect(await said(bytes, { milliseconds: 6_000, heapMegabytes: 2_000 })).toEqual(TOO_HEAVY);
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  test('gives up inputs that fill the memory, and is there to say so', async () => {
    const deep = `[${'[],'.repeat(8_000_000)}0]`;
    const limits = { milliseconds: 120_000, heapMegabytes: 100 };
    expect(await said(replayable('{}', deep), limits)).toEqual(TOO_HEAVY);
  });

  test('counts the pages of a file that says over and over that it has some', async () => {
    const content = Buffer.from(`%PDF-1.7 ${'/Type /Pages '.repeat(2_000_000)}`);
    const entry = { ...entryOf('a.pdf', content), pages: 3 };
    const lines = await said(bundle(manifest(entry), { name: 'a.pdf', content, stored: true }));
    expect(lines).toHaveLength(2);
  });
});
