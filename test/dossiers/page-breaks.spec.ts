import type { Nomination } from '../../src/domain/nomination';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { type Page, type Pdf, isFirstPage, pageText, splitPage } from './support/pdf';
import { type TestPrinter, documentsOf, testPrinter } from './support/print';
import { evaluated, firstNomination, loadCase } from './support/round';

/** What the signature blocks start with. */
const SIGNATURE = /^(GIÁM ĐỐC|CHÁNH VĂN PHÒNG|XÁC NHẬN CỦA|CÁN BỘ THẨM ĐỊNH)/;

describe('where pages break', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const print = (rounds: RoundData[], file: RegExp): Promise<Pdf[]> =>
    printer.printAll(rounds.flatMap((round) => documentsOf(round, file)));

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('a signature block stays whole, never on a page without two lines of text, however long a dossier is', async () => {
    const one = firstNomination(data);
    const unrewarded = { ...one, report: { ...one.report, history: [] } };
    const rounds = lengths(32).flatMap((length) =>
      [one, unrewarded].map((each) =>
        only(data, { ...each, report: { ...each.report, summary: lines(length) } }),
      ),
    );
    expectSignaturesInCompany(await print(rounds, /^nominations/), 2);
  }, 240_000);

  test('nor in a tờ trình or a list, however many there are', async () => {
    const rounds = lengths(30).map((length) => crowd(data, length));
    expectSignaturesInCompany(await print(rounds, /^awards\/BK/), 1);
  });

  test('a list of 200 rows repeats its header on every page, splits no row and loses nobody', async () => {
    const pdfs = await print([crowd(data, 200)], /danh-sach/);
    const [list] = pdfs;
    const pages = list?.pages ?? [];
    const withRows = pages.filter((page) => /Người thứ \d+/.test(pageText(page)));
    expect(withRows.length).toBeGreaterThan(10);
    for (const page of withRows) expect(pageText(page)).toContain('STT Họ và tên, tên tập thể Chức vụ');
    for (const page of withRows)
      expect(pageText(page).match(/Người thứ/g)).toHaveLength(
        (pageText(page).match(/(95,00)/g) ?? []).length,
      );
    const names = pages.flatMap((page) => pageText(page).match(/Người thứ \d+/g) ?? []);
    expect(new Set(names).size).toBe(200);
    expect(names).toHaveLength(200);
  });

  test('text of three pages flows on, and its paragraphs never leave one line alone', async () => {
    const long = Array.from({ length: 30 }, () =>
      'Đoạn văn dài về kết quả đạt được của đơn vị. '.repeat(9),
    ).join('\n');
    const one = firstNomination(data);
    const [pdf] = await print(
      [only(data, { ...one, report: { ...one.report, summary: long } })],
      /^nominations/,
    );
    const pages = pdf?.pages ?? [];
    expect(pages.length).toBeGreaterThan(6);
    expect(
      pages
        .map(pageText)
        .join(' ')
        .match(/Đoạn văn dài/g),
    ).toHaveLength(30 * 9);
  });
});

function lengths(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, at) => `Dòng thứ ${at + 1}.`).join('\n');
}

function only({ campaign, round }: RoundData, nomination: Nomination): RoundData {
  return evaluated(campaign, { ...round, nominations: [nomination] });
}

/** So many individuals, all good enough, and places for each of them. */
function crowd({ campaign, round }: RoundData, size: number): RoundData {
  const model = round.nominations.find(({ code }) => code === 'CN-01');
  if (!model) throw new Error('no CN-01');
  const nominations = lengths(size).map((number) => ({
    ...model,
    code: `CN-${number}`,
    name: `Người thứ ${number}`,
  }));
  const awards = campaign.awards.map((award) => ({
    ...award,
    quota: award.quota.map((line) => ({ ...line, min: 0, max: size })),
  }));
  return evaluated({ ...campaign, awards }, { ...round, nominations });
}

function expectSignaturesInCompany(pdfs: Pdf[], signaturesEach: number): void {
  const signed = pdfs.flatMap(({ pages }) => pages).filter((page) => signatureOf(page) !== undefined);
  expect(signed).toHaveLength(pdfs.length * signaturesEach);
  // A sweep in which no signature ever comes near the top of a page would prove nothing.
  expect(signed.some((page) => !isFirstPage(page) && linesAbove(page) < 8)).toBe(true);
  for (const page of signed) expect(linesAbove(page)).toBeGreaterThanOrEqual(2);
  // From the authority to Nơi nhận in one piece.
  for (const page of signed) expect(pageText(page)).toContain('Nơi nhận:');
}

function signatureOf(page: Page) {
  return page.texts.find(({ text, font }) => font.endsWith('Bold') && SIGNATURE.test(text));
}

/** Lines of body text above the signature block. */
function linesAbove(page: Page): number {
  const signature = signatureOf(page);
  const above = splitPage(page).body.filter(({ y }) => y < (signature?.y ?? 0) - 5);
  return new Set(above.map(({ y }) => Math.round(y / 3))).size;
}
