import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { findingText } from '../../src/features/dossiers/bundle/bundle-finding';
import { openBundle } from '../../src/features/dossiers/bundle/bundle-reader';
import { evidenceOfFiles } from '../../src/features/dossiers/bundle/evidence-source';
import { exportRound } from '../../src/features/dossiers/bundle/export-round';
import type { RoundOrder } from '../../src/features/dossiers/bundle/round-order';
import { verifyBundle } from '../../src/features/dossiers/bundle/verify-bundle';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { documentOfAward } from '../../src/features/dossiers/documents/single-document';
import type { Papers } from '../../src/features/dossiers/papers/paper';
import type { SignedPapers } from '../../src/features/dossiers/signing/signed-papers';
import { toWord } from '../../src/features/dossiers/word/word-document';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { plainPdf } from './support/evidence-files';
import { evaluated, firstNomination, loadCase, scratchFolder } from './support/round';

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const paths = (all: readonly { path: string }[]) => all.map(({ path }) => path);

describe('the papers of a bundle', () => {
  let renderer: PdfRenderer;
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let data: RoundData;
  beforeAll(async () => {
    [folder, renderer] = [await scratchFolder(), await PdfRenderer.open()];
    const { campaign, round } = await loadCase('hung-yen');
    data = evaluated(campaign, { ...round, nominations: round.nominations.slice(0, 2) });
  });
  afterAll(async () => {
    await renderer.close();
    await folder.remove();
  });

  const order = (name: string, more: Partial<RoundOrder> = {}): RoundOrder => ({
    data,
    evidence: evidenceOfFiles('0'.repeat(64)),
    target: join(folder.path, name),
    renderer,
    cacheDir: join(folder.path, 'cache'),
    ...more,
  });
  const kept = async () => (await readdir(join(folder.path, 'cache'), { recursive: true })).toSorted();

  test('may lie there as Word files too: the same every time, kept for the next time, and verified', async () => {
    const { files, findings } = await exportRound(order('word.zip', { word: true }));
    const before = await kept();
    expect(findings).toEqual([]);
    const stems = (end: string) =>
      paths(files).flatMap((path) => (path.endsWith(end) ? [path.slice(0, -end.length)] : []));
    expect(stems('.docx')).toEqual(stems('.pdf').filter((stem) => !stem.endsWith('/ho-so')));

    const bundle = await openBundle(join(folder.path, 'word.zip'));
    const { manifest, differences } = await verifyBundle(bundle);
    const list = await buffer(bundle.read('awards/BK/danh-sach.docx'));
    bundle.close();
    expect(differences).toEqual([]);
    expect(list).toEqual(
      Buffer.from(await toWord(documentOfAward(data, 'BK', 'nominee-list'), data.round.date)),
    );
    expect(manifest?.files.filter(({ path }) => path === 'awards/BK/danh-sach.docx')).toEqual([
      { path: 'awards/BK/danh-sach.docx', bytes: list.length, sha256: digestOf(list) },
    ]);

    await exportRound(order('again.zip', { word: true }));
    expect(await kept()).toEqual(before);
    await exportRound(order('fresh.zip', { word: true, cacheDir: undefined }));
    const [one, ...others] = await Promise.all(
      ['word.zip', 'again.zip', 'fresh.zip'].map(async (name) =>
        digestOf(await readFile(join(folder.path, name))),
      ),
    );
    expect(others).toEqual([one, one]);
  });

  test('that came back signed have no Word file beside them', async () => {
    const file = await plainPdf({ width: 595, height: 842 });
    const copy = { read: () => Promise.resolve(file), outdated: () => undefined };
    const signed: SignedPapers = {
      of: ({ kind }) => (kind === 'nominee-list' ? copy : undefined),
      former: [],
    };
    const { files } = await exportRound(order('signed.zip', { signed, word: true }), ['awards/BK']);
    expect(paths(files).filter((path) => path.startsWith('awards/'))).toEqual([
      'awards/BK/to-trinh.pdf',
      'awards/BK/to-trinh.docx',
      'awards/BK/danh-sach.pdf',
    ]);
  });

  test('that cannot be put together are told with their reason, and all others are there', async () => {
    const { code } = firstNomination(data);
    const issueOf: Papers['issueOf'] = (kind, subject) => {
      if (['nominee-list BK', `achievement-report ${code}`].includes(`${kind} ${subject}`))
        throw new TypeError('issue is undefined');
      return data.papers.issueOf(kind, subject);
    };
    const odd = { ...data, papers: { ...data.papers, issueOf } };
    const failures: string[] = [];
    const onFailure = (file: string, failure: unknown) => failures.push(`${file}: ${String(failure)}`);
    const whole = await exportRound(order('sound.zip'));
    const { files, findings } = await exportRound(order('odd.zip', { data: odd, onFailure }));
    const own = paths(whole.files).filter((path) => path.includes(`/${code}/`));
    expect(own).toHaveLength(2);
    const lost = ['awards/BK/danh-sach.pdf', ...own];
    expect(findings.map(findingText)).toEqual(
      lost.map((file) => `Không tạo được tệp ${file}: Lỗi không lường trước; xem nhật ký của máy chủ.`),
    );
    expect(findings.map(({ nomination }) => nomination)).toEqual([undefined, code, code]);
    expect(failures.toSorted()).toEqual(
      lost.map((file) => `${file}: TypeError: issue is undefined`).toSorted(),
    );
    expect(paths(files)).toEqual(paths(whole.files).filter((path) => !lost.includes(path)));
  });
});
