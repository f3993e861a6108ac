import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { documentOfAward } from '../../src/features/dossiers/documents/single-document';
import { type Press, pressOf } from '../../src/features/dossiers/printing/press';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { find, points, readPdf } from '../dossiers/support/pdf';
import { loadCase } from '../dossiers/support/round';
import { rsaKey } from './support/keys';
import { signed } from './support/paper';

interface Widget {
  name: string;
  type: string;
  page: number;
  /** Points from the left and the bottom. */
  rect: [number, number, number, number];
}

describe('a copy of a paper for digital signatures', () => {
  let folder: string;
  let renderer: PdfRenderer;
  let press: Press;
  let data: Awaited<ReturnType<typeof loadCase>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-fields-'));
    renderer = await PdfRenderer.open();
    data = await loadCase('hung-yen');
    press = pressOf(data, renderer, {});
  });
  afterAll(async () => {
    await renderer.close();
    await rm(folder, { recursive: true, force: true });
  });

  const submission = (seal?: 'beside-signature') =>
    press.print({ ...documentOfAward(data, 'BK', 'submission'), ...(seal && { seal }) });

  const kept = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, `${name}.pdf`);
    await writeFile(path, bytes);
    return path;
  };

  it('has an empty field above the name of the signer, and that of the seal over its left third', async () => {
    const path = await kept('submission', await submission('beside-signature'));
    const page = (await readPdf(path)).pages[1];
    if (!page) throw new Error('the tờ trình has one page only');
    const [signature, seal, ...more] = await widgets(path);
    expect([signature?.name, signature?.type, signature?.page]).toEqual(['ChuKy', 'Sig', 2]);
    expect([seal?.name, seal?.type, seal?.page]).toEqual(['ConDau', 'Sig', 2]);
    expect(more).toEqual([]);
    const [left = 0, bottom = 0, right = 0, top = 0] = signature?.rect ?? [];
    const [sealLeft = 0, , sealRight = 0] = seal?.rect ?? [];
    const authority = find(page, 'GIÁM ĐỐC');
    const name = find(page, 'Trần Tùng Chuẩn');
    expect(top).toBeLessThan(page.height - authority.y);
    expect(bottom).toBeGreaterThan(page.height - name.y);
    expect(Math.abs((left + right) / 2 - (name.x + name.width / 2))).toBeLessThan(1);
    expect(Math.abs((sealRight - left) / (right - left) - 1 / 3)).toBeLessThan(0.01);
    expect(Math.abs(sealRight - sealLeft - points(36))).toBeLessThan(0.5);
  });

  it('is the same bytes each time, and the copy to be read has no fields', async () => {
    const [one, two] = [await submission('beside-signature'), await submission('beside-signature')];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(await widgets(await kept('plain', await submission()))).toEqual([]);
  });

  it('of a list that goes with another paper has the seal at the top right of its first page', async () => {
    const list = documentOfAward(data, 'BK', 'nominee-list');
    const path = await kept('list', await press.print({ ...list, seal: 'first-page-corner' }));
    const [first] = (await readPdf(path)).pages;
    const seal = (await widgets(path)).find(({ name }) => name === 'ConDau');
    expect(seal?.page).toBe(1);
    expect(seal?.rect[1]).toBeGreaterThan((first?.height ?? 0) - points(20));
    expect(seal?.rect[2]).toBeGreaterThan((first?.width ?? 0) - points(20));
  });

  it('opens in a reader of PDF when it is signed, with the words of the signature', async () => {
    const bytes = await submission('beside-signature');
    const key = rsaKey({ name: 'Trần Tùng Chuẩn', organisation: 'Sở Khoa học và Công nghệ' });
    const path = await kept('signed', await signed(bytes, key));
    expect((await readPdf(path)).pages).toHaveLength(2);
    expect((await widgets(path)).map(({ name }) => name)).toEqual(['ChuKy', 'ConDau']);
  });
});

/** What pdf.js takes for form fields, page by page. */
async function widgets(path: string): Promise<Widget[]> {
  const reader = join(__dirname, 'support', 'read-fields.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [reader, path]);
  return JSON.parse(stdout) as Widget[];
}
