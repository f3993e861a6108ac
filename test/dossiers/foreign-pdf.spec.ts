import { PdfFailure } from '../../src/platform/pdf/pdf-failure';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';
import { longPage, nestedForms } from '../security/support/hostile-pdfs';
import { activePdf, bombPdf, lockedPdf, plainPdf, png, rawPdf } from './support/evidence-files';

const LIMITS = { pages: 20, bytes: 8 * 1024 * 1024 };
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>';

let processes: PdfProcesses;
beforeAll(() => {
  processes = new PdfProcesses(1);
});
afterAll(() => processes.close());

const clean = (bytes: Buffer) => processes.run('clean', { bytes, limits: LIMITS }, { timeoutMs: 30_000 });

describe('a PDF that somebody sent', () => {
  test('keeps what could be seen, and nothing that acts', async () => {
    const { pdf, pages, left } = await clean(await activePdf());
    expect({ pages, left }).toEqual({ pages: 1, left: ['embedded-file', 'launch', 'open-action', 'script'] });
    const text = Buffer.from(pdf).toString('latin1');
    for (const word of [
      'JavaScript',
      'Launch',
      'EmbeddedFile',
      'OpenAction',
      'AcroForm',
      'Annot',
      'evil',
      'calc',
    ])
      expect({ word, found: text.includes(word) }).toEqual({ word, found: false });
    // The page itself and the field that was filled in.
    expect(text.match(/\/Subtype \/Form/g)).toHaveLength(2);
  });

  test('stands on A4, wide pages across, very tall ones on several sheets', async () => {
    const { pdf, pages } = await clean(
      await plainPdf(
        { width: 595, height: 842 },
        { width: 842, height: 595 },
        { width: 595, height: 842, turned: 90 },
        { width: 200, height: 1500 },
      ),
    );
    expect(pages).toBe(6);
    const boxes = [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/MediaBox \[ 0 0 (\S+) (\S+) \]/g),
    ];
    const shapes = boxes.map(([, width, height]) =>
      Number(width) > Number(height) ? 'landscape' : 'portrait',
    );
    expect(shapes).toEqual(['portrait', 'landscape', 'landscape', 'portrait', 'portrait', 'portrait']);
  });

  test('may draw forms inside forms, and much on one page', async () => {
    expect(await clean(nestedForms(4))).toMatchObject({ pages: 1 });
    expect(await clean(longPage(40))).toMatchObject({ pages: 1 });
  });

  test('that is locked against changes only is opened', async () => {
    expect(await clean(await lockedPdf(''))).toMatchObject({ pages: 1 });
  });

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['asks for a password', () => lockedPdf('mat-khau'), 'needs-password'],
    ['is no PDF inside', () => Buffer.from('%PDF-1.7 xin chào %%EOF'), 'broken'],
    ['has no page', () => rawPdf([CATALOG, '<< /Type /Pages /Kids [] /Count 0 >>']), 'without-pages'],
    [
      'leads in a circle',
      () => rawPdf([CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']),
      'without-pages',
    ],
    [
      'has too many pages',
      () =>
        rawPdf([
          CATALOG,
          `<< /Type /Pages /Kids [${Array.from({ length: 21 }, (_, at) => `${at + 3} 0 R`).join(' ')}] /Count 21 >>`,
          ...Array.from({ length: 21 }, () => PAGE),
        ]),
      'too-many-pages',
    ],
    ['draws ten forms ten times each, ten levels deep', () => nestedForms(10), 'too-heavy'],
    ['has a page that unfolds to a hundred megabytes', () => longPage(100), 'too-heavy'],
    ['is larger than may be', () => Buffer.alloc(LIMITS.bytes + 1, '%PDF-1.7 '), 'too-large'],
    [
      'is a form without pages',
      () =>
        rawPdf([
          `<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /XFA (x) >> >>`,
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          PAGE,
        ]),
      'form-without-pages',
    ],
  ])('that %s is refused with the reason', async (_, make, code) => {
    await expect(clean(await make())).rejects.toMatchObject({ code });
  });

  test('that unfolds to gigabytes ends its process, not ours, and the next one is read', async () => {
    const bomb = bombPdf(1_500);
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    await expect(clean(bomb)).rejects.toMatchObject({ code: 'too-heavy' });
    expect(await clean(await plainPdf({ width: 595, height: 842 }))).toMatchObject({ pages: 1 });
  });

  test('that takes too long is given up', async () => {
    const hurried = processes.run('clean', { bytes: bombPdf(600), limits: LIMITS }, { timeoutMs: 50 });
    await expect(hurried).rejects.toEqual(new PdfFailure('too-heavy'));
  });
});

describe('a picture that somebody sent', () => {
  const image = (bytes: Buffer) => processes.run('image', { bytes, type: 'png' });

  test('keeps its proportions; a very tall one goes over several sheets', async () => {
    expect(await image(png(300, 200))).toMatchObject({ pages: 1, left: [] });
    expect(await image(png(100, 3000))).toMatchObject({ pages: 4 });
  });

  test('of 30,000 × 30,000 points is refused by its head alone', async () => {
    const huge = png(2, 2, { width: 30_000, height: 30_000 });
    await expect(image(huge)).rejects.toMatchObject({
      code: 'image-too-large',
      params: { width: 30_000, height: 30_000 },
    });
  });

  test('that breaks off is refused', async () => {
    await expect(image(png(300, 200).subarray(0, 60))).rejects.toMatchObject({ code: 'broken' });
  });
});
