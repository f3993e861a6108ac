import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { findingText } from '../../src/features/dossiers/bundle/bundle-finding';
import { openBundle } from '../../src/features/dossiers/bundle/bundle-reader';
import { exportRound } from '../../src/features/dossiers/bundle/export-round';
import { verifyBundle } from '../../src/features/dossiers/bundle/verify-bundle';
import { documentOfAward } from '../../src/features/dossiers/documents/single-document';
import type { Papers } from '../../src/features/dossiers/papers/paper';
import type { SignedPapers } from '../../src/features/dossiers/signing/signed-papers';
import { toWord } from '../../src/features/dossiers/word/word-document';
import { plainPdf } from './support/evidence-files';
import { linesOf } from './support/lines';
import { Orders } from './support/orders';
import { millimetres, points, readPdf } from './support/pdf';
import { crowdOf } from './support/print';
import { evaluated, firstNomination, loadCase } from './support/round';

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const paths = (all: readonly { path: string }[]) => all.map(({ path }) => path);

describe('the papers of a bundle', () => {
  const orders = new Orders(async () => {
    const { campaign, round } = await loadCase('hung-yen');
    return evaluated(campaign, { ...round, nominations: round.nominations.slice(0, 2) });
  });
  const kept = async () => (await readdir(orders.path('cache'), { recursive: true })).toSorted();

  test('may lie there as Word files too: the same every time, kept for the next time, and verified', async () => {
    const { files, findings } = await exportRound(orders.of('word.zip', { word: true }));
    const before = await kept();
    expect(findings).toEqual([]);
    const stems = (end: string) =>
      paths(files).flatMap((path) => (path.endsWith(end) ? [path.slice(0, -end.length)] : []));
    expect(stems('.docx')).toEqual(stems('.pdf').filter((stem) => !stem.endsWith('/ho-so')));

    const bundle = await openBundle(orders.path('word.zip'));
    const { manifest, differences } = await verifyBundle(bundle);
    const list = await buffer(bundle.read('awards/BK/danh-sach.docx'));
    bundle.close();
    expect(differences).toEqual([]);
    expect(list).toEqual(
      Buffer.from(await toWord(documentOfAward(orders.data, 'BK', 'nominee-list'), orders.data.round.date)),
    );
    expect(manifest?.files.filter(({ path }) => path === 'awards/BK/danh-sach.docx')).toEqual([
      { path: 'awards/BK/danh-sach.docx', bytes: list.length, sha256: digestOf(list) },
    ]);

    await exportRound(orders.of('again.zip', { word: true }));
    expect(await kept()).toEqual(before);
    await exportRound(orders.of('fresh.zip', { word: true, cacheDir: undefined }));
    const [one, ...others] = await Promise.all(
      ['word.zip', 'again.zip', 'fresh.zip'].map(async (name) => digestOf(await orders.read(name))),
    );
    expect(others).toEqual([one, one]);
  });

  test.each([20, 80, 250])(
    'with a frame and names of %d letters bear their stamp inside it, over no word',
    async (length) => {
      const { campaign, round } = await loadCase('hung-yen');
      const long = 'Nguyễn Thị '.repeat(30).slice(0, length);
      const organizer = { ...campaign.organizer, symbol: 'BQLDAĐTXD' };
      const worded = evaluated({ ...campaign, organizer, title: `${campaign.title} ${long}` }, round);
      const crowd = crowdOf(worded, 1, (kind) => `${kind} ${long}`);
      await exportRound(orders.of('framed.zip', { data: crowd }), ['awards/GK']);
      const bundle = await openBundle(orders.path('framed.zip'));
      const file = orders.path('giay-khen.pdf');
      await writeFile(file, await buffer(bundle.read('awards/GK/giay-khen.pdf')));
      bundle.close();
      for (const page of (await readPdf(file)).pages) {
        const stamp = linesOf(page).filter(({ size }) => size === 7.5);
        const [left, top] = [Math.min(...stamp.map(({ x }) => x)), page.height - points(20 + 11)];
        const below = linesOf(page).filter(({ size, y }) => size !== 7.5 && y > top);
        expect(
          below.filter(({ x, right }) => right > left - 6 && x < page.width / 2 + 6).map(({ text }) => text),
        ).toEqual([]);
        const rooms = stamp.map(({ x, right, y }) =>
          [x, page.width - right, page.height - y].map(millimetres),
        );
        expect(stamp.map(({ text }) => text)).toEqual([
          expect.stringMatching(/^TD-/),
          expect.stringMatching(/^Bản 1/),
          expect.stringMatching(/^Trang \d\/2$/),
        ]);
        // The frame takes 18 mm; the code is as wide as 11.
        for (const [left = 0, right = 0, below = 0] of rooms) {
          expect(left).toBeGreaterThan(90);
          expect(right).toBeGreaterThan(millimetres(page.width / 2) + 11);
          expect(below).toBeGreaterThan(20);
        }
      }
    },
  );

  test('that came back signed have no Word file beside them', async () => {
    const file = await plainPdf({ width: 595, height: 842 });
    const copy = { read: () => Promise.resolve(file), outdated: () => undefined };
    const signed: SignedPapers = {
      of: ({ kind }) => (kind === 'nominee-list' ? copy : undefined),
      former: [],
    };
    const { files } = await exportRound(orders.of('signed.zip', { signed, word: true }), ['awards/BK']);
    expect(paths(files).filter((path) => path.startsWith('awards/'))).toEqual([
      'awards/BK/to-trinh.pdf',
      'awards/BK/to-trinh.docx',
      'awards/BK/danh-sach.pdf',
    ]);
  });

  test('that cannot be put together are told with their reason, and all others are there', async () => {
    const { code } = firstNomination(orders.data);
    const issueOf: Papers['issueOf'] = (kind, subject) => {
      if (['nominee-list BK', `achievement-report ${code}`].includes(`${kind} ${subject}`))
        throw new TypeError('issue is undefined');
      return orders.data.papers.issueOf(kind, subject);
    };
    const odd = { ...orders.data, papers: { ...orders.data.papers, issueOf } };
    const failures: string[] = [];
    const onFailure = (file: string, failure: unknown) => failures.push(`${file}: ${String(failure)}`);
    const whole = await exportRound(orders.of('sound.zip'));
    const { files, findings } = await exportRound(orders.of('odd.zip', { data: odd, onFailure }));
    const own = paths(whole.files).filter((path) => path.includes(`/${code}/`));
    expect(own).toHaveLength(2);
    const lost = ['awards/BK/danh-sach.pdf', ...own];
    const reason = 'Lỗi không lường trước; hãy nhờ người quản trị xem nhật ký của máy chủ.';
    expect(findings.map(findingText)).toEqual(lost.map((file) => `Không tạo được tệp ${file}: ${reason}`));
    expect(findings.map(({ nomination }) => nomination)).toEqual([undefined, code, code]);
    expect(failures.toSorted()).toEqual(
      lost.map((file) => `${file}: TypeError: issue is undefined`).toSorted(),
    );
    expect(paths(files)).toEqual(paths(whole.files).filter((path) => !lost.includes(path)));
  });
});
