import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { type Entry, fromBuffer } from 'yauzl';
import { DomainError } from '../../src/domain/domain-error';
import { findingText } from '../../src/features/dossiers/bundle/bundle-finding';
import { openBundle } from '../../src/features/dossiers/bundle/bundle-reader';
import { verifyBundle } from '../../src/features/dossiers/bundle/verify-bundle';
import { exportRound } from '../../src/features/dossiers/bundle/export-round';
import type { Manifest } from '../../src/features/dossiers/bundle/manifest';
import type { SignedCopy, SignedPapers } from '../../src/features/dossiers/signing/signed-papers';
import { verifySignatures } from '../../src/platform/signing/verify-pdf';
import { rsaKey } from '../signing/support/keys';
import { paper, signed as signedPdf } from '../signing/support/paper';
import { readPdf, textOf } from './support/pdf';
import { Orders } from './support/orders';
import { loadCase } from './support/round';

/** The names and bytes of a ZIP, in the order of its directory. */
function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((settle, fail) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return fail(error);
      const files = new Map<string, Buffer>();
      zip.on('error', fail).on('end', () => settle(files));
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return fail(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail);
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        }),
      );
      zip.readEntry();
    });
  });
}

/** One copy for every paper of a kind. */
function signedAs(kind: string, copy: SignedCopy): SignedPapers {
  return { of: (name) => (name.kind === kind ? copy : undefined), former: [] };
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the bundle of a round', () => {
  const orders = new Orders(() => loadCase('hung-yen'));

  test('names every file of it with size, digest and pages, and is the same every time', async () => {
    const { files, findings } = await exportRound(orders.of('one.zip'));
    const bytes = await orders.read('one.zip');
    const unzipped = await unzip(bytes);
    const manifest = JSON.parse(String(unzipped.get('manifest.json'))) as Manifest;
    const found = [...unzipped]
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, content]) => ({ path, bytes: content.length, sha256: digestOf(content) }));
    expect(findings).toEqual([]);
    expect(manifest.files).toMatchObject(found.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
    expect(manifest.files).toHaveLength(files.length);
    await exportRound(orders.of('two.zip', { cacheDir: undefined }));
    expect(digestOf(await orders.read('two.zip'))).toBe(digestOf(bytes));
  });

  test('a document that cannot be made is told, and the others are there', async () => {
    const read = () => Promise.reject(new DomainError('print-timeout'));
    const signed = signedAs('submission', { read, outdated: () => undefined });
    const { files, findings } = await exportRound(orders.of('poison.zip', { signed }));
    expect(findings).toMatchObject([
      { code: 'not-made', file: expect.stringMatching(/to-trinh\.pdf$/) },
      { code: 'not-made', file: expect.stringMatching(/to-trinh\.pdf$/) },
    ]);
    expect(files.some(({ path }) => path.endsWith('danh-sach.pdf'))).toBe(true);
  });

  test('a signed document goes in as it is', async () => {
    const file = Buffer.from(await PDFDocument.create().then((made) => made.save()));
    const copy = { read: () => Promise.resolve(file), outdated: () => undefined };
    const { files } = await exportRound(orders.of('signed.zip', { signed: signedAs('nominee-list', copy) }));
    const lists = files.filter(({ path }) => path.endsWith('danh-sach.pdf'));
    expect(new Set(lists.map(({ sha256 }) => sha256))).toEqual(new Set([digestOf(file)]));
  });

  test('the signed papers of a nomination lie beside its dossier, which names them, and still hold', async () => {
    const file = await signedPdf(
      await paper(),
      rsaKey({ name: 'Trần Tùng Chuẩn', organisation: 'Sở KH&CN' }),
    );
    const outdated = () => ({ at: '2026-05-12T02:30:00.000Z' });
    const signed: SignedPapers = {
      of: ({ kind, subject }) =>
        kind === 'score-sheet' && subject === 'TT-01'
          ? { read: () => Promise.resolve(file), outdated }
          : undefined,
      former: [],
    };
    const { files, findings } = await exportRound(orders.of('beside.zip', { signed }));
    const [beside, ...more] = files.filter(({ path }) => path.endsWith('.da-ky.pdf'));
    expect([beside?.path, more]).toEqual(['awards/BK/TT-01/phieu-cham-diem.da-ky.pdf', []]);
    expect(findings).toEqual([
      {
        file: beside?.path,
        nomination: 'TT-01',
        code: 'signed-outdated',
        params: {
          file: beside?.path,
          reason: 'Bản đã ký có trước lần thay đổi số liệu lúc 09:30, 12/05/2026; cần ký lại.',
        },
      },
    ]);
    const unzipped = await unzip(await orders.read('beside.zip'));
    const taken = unzipped.get(beside?.path ?? '') ?? Buffer.of();
    expect(taken.equals(file)).toBe(true);
    expect((await verifySignatures(taken)).signatures).toMatchObject([{ flaw: null, after: 'nothing' }]);
    const dossier = orders.path('ho-so.pdf');
    await writeFile(dossier, unzipped.get('awards/BK/TT-01/ho-so.pdf') ?? Buffer.of());
    expect(textOf(await readPdf(dossier))).toMatch(/Phiếu chấm điểm phieu-cham-diem\.da-\s?ky\.pdf/);
  });

  test('a signed document that is not where it should be is told; a disk that fails ends the export', async () => {
    const reading = (path: string) =>
      signedAs('nominee-list', { read: () => readFile(path), outdated: () => undefined });
    const { findings } = await exportRound(
      orders.of('missing.zip', { signed: reading(orders.path('nowhere.pdf')) }),
      ['awards/BK'],
    );
    expect(findings).toEqual([
      { code: 'not-made', file: 'awards/BK/danh-sach.pdf', params: expect.any(Object) },
    ]);
    expect(findings.map(findingText)).toEqual([expect.stringContaining('Không tìm thấy tệp trong kho')]);
    const broken = exportRound(orders.of('broken.zip', { signed: reading(orders.path()) }), ['awards/BK']);
    await expect(broken).rejects.toMatchObject({ code: 'EISDIR' });
  });

  const partOf = async (name: string) => {
    const unzipped = await unzip(await orders.read(name));
    return (JSON.parse(String(unzipped.get('manifest.json'))) as Manifest).part;
  };

  test('of chosen folders says nothing of anybody beside them', async () => {
    const others = orders.data.round.nominations.filter(({ subject }) => subject === 'individual');
    expect(others.length).toBeGreaterThan(0);
    await exportRound(orders.of('alone.zip'), ['nominations/tap-the']);
    const unzipped = await unzip(await orders.read('alone.zip'));
    const texts = [...unzipped].filter(([path]) => path.endsWith('.json'));
    expect(texts.map(([path]) => path)).toEqual(['findings.json', 'manifest.json']);
    const told = texts.map(([, bytes]) => String(bytes)).join('\n');
    for (const { code, name } of others)
      expect([told.includes(code), told.includes(name)]).toEqual([false, false]);
  });

  test('of chosen folders is their part of it, and can be verified like the whole', async () => {
    const whole = await exportRound(orders.of('whole.zip'));
    const award = await exportRound(orders.of('award.zip'), ['awards/BK']);
    const set = await exportRound(orders.of('set.zip'), ['nominations/tap-the']);
    const pdfs = (files: readonly { path: string }[]) => files.filter(({ path }) => path.endsWith('.pdf'));
    expect(pdfs(award.files).map(({ path }) => path)).toEqual([
      'awards/BK/to-trinh.pdf',
      'awards/BK/danh-sach.pdf',
    ]);
    expect(pdfs(set.files).map(({ path }) => path.split('/').at(-1))).toEqual(
      orders.data.round.nominations
        .filter(({ subject }) => subject === 'collective')
        .flatMap(() => ['bao-cao-va-phieu-cham.pdf', 'ho-so.pdf']),
    );
    for (const part of [award, set]) expect(whole.files).toEqual(expect.arrayContaining(pdfs(part.files)));
    for (const name of ['award.zip', 'set.zip']) {
      const bundle = await openBundle(orders.path(name));
      expect(await verifyBundle(bundle)).toMatchObject({ differences: [], kept: 'omitted' });
      bundle.close();
    }
    const omits = ['inputs/campaign.json', 'inputs/nominations.json', 'result.json'];
    const all = pdfs(whole.files).filter(({ path }) => !path.endsWith('/ho-so.pdf')).length;
    expect(await partOf('award.zip')).toEqual({ folders: ['awards/BK'], count: 2, all, omits });
    expect(await partOf('set.zip')).toMatchObject({ folders: ['nominations/tap-the'], all });
    expect(await partOf('whole.zip')).toBeUndefined();
    await expect(exportRound(orders.of('none.zip'), ['awards/KHAC'])).rejects.toMatchObject({
      code: 'export-empty',
    });
  });

  test('an export that is called off leaves nothing behind', async () => {
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done === 3) stop.abort(new Error('thôi'));
    };
    await expect(exportRound(orders.of('off.zip', { signal: stop.signal, onProgress }))).rejects.toThrow(
      'thôi',
    );
    expect((await readdir(orders.path())).filter((name) => name.startsWith('off'))).toEqual([]);
  });
});
