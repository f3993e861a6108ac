import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './support/lines';
import type { Pdf } from './support/pdf';
import { type TestPrinter, crowdOf, testPrinter } from './support/print';
import { loadCase, withNominations } from './support/round';

/** Of the Ê Đê, Gia Rai, Ba Na, Cơ Ho and Mnông; some of their letters are one letter and a mark. */
const NAMES = [
  'H’Hen Niê Ƀuôn Krông',
  'Y C̆ư Ayŭn',
  'Y Ơ̆ih Niê K’đăm',
  'Siu H’ Ƀlơ̆ng',
  'y̆ K’ Brôh',
  'Ko̱ Să Ha C̆ĭl',
  'Ê̆ ê̆ Ô̆ ô̆ Ư̆ ư̆ Č č Ñ ñ Ŏ ŏ',
];

/** Of a sum, a comparison, a list: `≥ 90 % → đạt ✓`. */
const SIGNS = JSON.parse(
  readFileSync(join(__dirname, '../../templates/fonts/symbols.json'), 'utf8'),
) as Record<'tinos' | 'noto', string>;
/** With the subset's name before it. */
const TINOS = /\+Tinos-\w+$/;

describe('names in the letters of the languages of the country', () => {
  let printer: TestPrinter;
  let pdfs: Pdf[];

  beforeAll(async () => {
    printer = await testPrinter();
    const data = crowdOf(await loadCase('hung-yen'), NAMES.length, (_, number) => NAMES[number - 1] ?? '');
    pdfs = await printer.print(data, /bien-ban|quyet-dinh|giay-khen/);
  });
  afterAll(() => printer.close());

  test('are set in no other type than the rest', () => {
    const fonts = pdfs.flatMap(({ pages }) => pages.flatMap(({ texts }) => texts.map(({ font }) => font)));
    expect(pdfs).toHaveLength(3);
    expect([...new Set(fonts)].filter((font) => !TINOS.test(font))).toEqual([]);
  });

  test('are copied as they are written, without a gap beside a mark', () => {
    const lines = pdfs.flatMap(({ pages }) => pages.flatMap((page) => linesOf(page).map(({ text }) => text)));
    expect(NAMES.filter((name) => !lines.some((line) => line.includes(name)))).toEqual([]);
  });
});

describe('the signs that offices write', () => {
  let printer: TestPrinter;

  beforeAll(async () => {
    printer = await testPrinter();
  });
  afterAll(() => printer.close());

  test('are set in the type of the documents, in headings too, whatever types the machine has', async () => {
    const { tinos, noto } = SIGNS;
    const { campaign, ...data } = withNominations(await loadCase('hung-yen'), (one) => ({
      ...one,
      report: { ...one.report, summary: `Tỷ lệ ${tinos} và ${noto}` },
    }));
    const title = `Hồ sơ ${tinos} và ${noto}`;
    const [pdf] = await printer.print({ ...data, campaign: { ...campaign, title } }, /TT-01\.pdf$/);
    const texts = (pdf?.pages ?? []).flatMap((page) => page.texts);
    expect(texts.filter(({ font }) => !TINOS.test(font))).toEqual([]);
    const printed = letters(texts.map(({ text }) => text).join(''));
    expect(printed.split(letters(`${tinos}và${noto}`)).length).toBeGreaterThan(2);
  });
});

function letters(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '');
}
