import { nomineeListSheet } from '../../src/features/dossiers/documents/nominee-list.sheet';
import { documentOfAward, listedAward } from '../../src/features/dossiers/documents/single-document';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import { toWord } from '../../src/features/dossiers/word/word-document';
import { departures } from './support/decree-30';
import { readDocx, textOf as wordsOf } from './support/docx';
import { type Page, find, millimetres, pageText, textOf } from './support/pdf';
import { type TestPrinter, testPrinter } from './support/print';
import { evaluated, loadCase } from './support/round';

const NAME = 'Phòng Quản lý Khoa học';

describe('a list in portrait', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const print = (of: RoundData) => printer.printOne(documentOfAward(of, 'BK', 'nominee-list', 'portrait'));

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('leaves nothing out of what the wide one says, and keeps to Nghị định 30/2020', async () => {
    const pdf = await print(data);
    const text = textOf(pdf);
    expect(pdf.pages.map(({ width }) => Math.round(millimetres(width)))).toEqual(pdf.pages.map(() => 210));
    expect(text).toContain('I. Tập thể: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh');
    expect(text).toMatch(
      /1 Bà Nguyễn Thị Hoài An Chuyên viên chính Phòng Quản lý Khoa học, Sở Khoa học và Công nghệ tỉnh Hưng Yên Cá nhân .* 95,00 1 8\/9/,
    );
    expect(departures(pdf)).toEqual([]);
    // No word of two syllables is torn in the heads of the narrow columns.
    expect(find(pdf.pages[0] as Page, /^đồng ý$/).size).toBeCloseTo(13, 1);
  });

  test.each([
    ['portrait', '', [NAME]],
    ['landscape', ' Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', [NAME, '']],
  ] as const)('says nothing of the position of a collective, in %s', async (way, award, cells) => {
    const document = documentOfAward(data, 'BK', 'nominee-list', way);
    const docx = await readDocx(await toWord(document, data.round.date));
    const row = `1 ${NAME} ${NAME}, Sở Khoa học và Công nghệ tỉnh Hưng Yên${award} Tập thể 93,50`;
    for (const text of [textOf(await printer.printOne(document)), wordsOf(docx.body)])
      expect(text).toContain(row);
    const [, first] = nomineeListSheet(data, listedAward(data, 'BK'), way).rows;
    expect(first?.slice(1, 1 + cells.length)).toEqual(cells);
  });

  test('of three hundred people repeats its head on every page and splits no row', async () => {
    const pdf = await print(crowd(data, 300));
    expect(departures(pdf)).toEqual([]);
    const pages = pdf.pages.map(pageText).filter((page) => /Người thứ \d+ /.test(page));
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      expect(page).toContain('STT Họ và tên, tên tập thể; Chức vụ Đơn vị');
      expect(page.match(/Người thứ \d+ /g)?.length).toBe(page.match(/ 95,00 /g)?.length);
    }
    expect(pages.join(' ').match(/Người thứ \d+ /g)).toHaveLength(300);
  });
});

function crowd({ campaign, round }: RoundData, size: number): RoundData {
  const model = round.nominations.find(({ code }) => code === 'CN-01');
  if (!model) throw new Error('no CN-01');
  const nominations = Array.from({ length: size }, (_, at) => ({
    ...model,
    code: `CN-${at + 1}`,
    name: `Người thứ ${at + 1}`,
  }));
  const awards = campaign.awards.map((award) => ({
    ...award,
    quota: award.quota.map((line) => ({ ...line, min: 0, max: size })),
  }));
  return evaluated({ ...campaign, awards }, { ...round, nominations });
}
