import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RoundData, roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { toHtml } from '../../src/features/dossiers/printing/print-document';
import { renderRound } from '../../src/features/dossiers/bundle/render-round';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { departures } from './support/decree-30';
import { type Pdf, readPdf, readPdfs, textOf } from './support/pdf';
import { loadCase, scratchFolder } from './support/round';

/** Files whose documents state căn cứ. */
const WITH_GROUNDS = /to-trinh|quyet-dinh/;

describe('every printed document keeps to Nghị định 30/2020/NĐ-CP', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let renderer: PdfRenderer;
  let round: RoundData;

  beforeAll(async () => {
    folder = await scratchFolder();
    renderer = await PdfRenderer.open();
    round = await loadCase('hung-yen');
  });
  afterAll(async () => {
    await renderer.close();
    await folder.remove();
  });

  test.each(['hung-yen', 'votes', 'not-applicable'])('of the case %s', async (name) => {
    const made = await renderRound(await loadCase(name), folder.path, { renderer });
    // A certificate is no administrative paper: it has a layout of its own (certificate.spec.ts).
    const files = made.files.filter((file) => !file.endsWith('giay-khen.pdf'));
    const pdfs = await readPdfs(files.map((file) => join(folder.path, file)));
    expect(found(files, pdfs)).toEqual([]);
  });

  test.each(['Thành phố Hồ Chí Minh', 'Phường Hoàng Văn Thụ'])(
    'with place and date in one line at %s',
    async (place) => {
      const { campaign } = round;
      const data = { ...round, campaign: { ...campaign, organizer: { ...campaign.organizer, place } } };
      const path = join(folder.path, 'long-place.pdf');
      await writeFile(path, await renderer.print(toHtml(documentOf('awards/GK/quyet-dinh.pdf', data))));
      const pdf = await readPdf(path);
      expect(textOf(pdf)).toContain(`${place}, ngày`);
      expect(departures(pdf, { grounds: true })).toEqual([]);
    },
  );

  test.each([
    ['margin: 21mm 16mm 21mm 31mm;', 'margin: 18mm 16mm 21mm 31mm;', /top 1[78]\.\d+ mm/],
    ['margin: 21mm 16mm 21mm 31mm;', 'margin: 21mm 16mm 21mm 26mm;', /left 25\.9/],
    ['counter(portrait, from-second)', 'counter(portrait)', /the top margin holds “1”/],
    ['.nation {\n  font-size: 12pt', '.nation {\n  font-size: 13pt', /Tiêu ngữ/],
    ['width: 40%', 'width: 60%', /the rule under the issuing body: 0\.6/],
    ['width: 49%', 'width: 60%', /the rule under the abstract: 0\.6/],
    ['.place {\n  font-style: italic', '.place {\n  font-style: normal', /no place and date/],
    ['.grounds {\n  font-style: italic', '.grounds {\n  font-style: normal', /“Căn cứ .*” is not in italics/],
    ['text-indent: 12.7mm', 'text-indent: 5mm', /is indented (4\.9|5\.\d) mm/],
    ['overflow-x: clip', 'overflow-x: visible', /has 12\.9\d+ points/],
    ['margin: 6.75pt 0', 'margin: 2pt 0', /points between/],
    ['font: 13pt / 17.25pt Tinos', 'font: 13pt / 13pt Tinos', /points between/],
    ['font-weight: bold;\n  font-style: italic;\n}', '}', /Nơi nhận/],
  ])('is not kept to by “%s” made into “%s”', async (from, to, departure) => {
    const document = documentOf('awards/BK/to-trinh.pdf');
    const html = toHtml(document);
    expect(html).toContain(from);
    const path = join(folder.path, 'changed.pdf');
    await writeFile(path, await renderer.print(html.replaceAll(from, to)));
    expect(departures(await readPdf(path), { grounds: true }).join('; ')).toMatch(departure);
  });

  function documentOf(file: string, data = round) {
    const found = roundDocuments(data)
      .map((pending) => pending())
      .find((each) => each.file === file);
    if (!found) throw new Error(`no ${file}`);
    return found;
  }
});

function found(files: readonly string[], pdfs: readonly Pdf[]): string[] {
  return files.flatMap((file, at) => {
    const pdf = pdfs[at];
    if (!pdf) return [`${file} was not read`];
    return departures(pdf, { grounds: WITH_GROUNDS.test(file) }).map((departure) => `${file}: ${departure}`);
  });
}
