import { linesOf } from './support/lines';
import type { Pdf } from './support/pdf';
import { type TestPrinter, crowdOf, testPrinter } from './support/print';
import { loadCase } from './support/round';

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
    expect([...new Set(fonts)].filter((font) => !/\+Tinos-\w+$/.test(font))).toEqual([]);
  });

  test('are copied as they are written, without a gap beside a mark', () => {
    const lines = pdfs.flatMap(({ pages }) => pages.flatMap((page) => linesOf(page).map(({ text }) => text)));
    expect(NAMES.filter((name) => !lines.some((line) => line.includes(name)))).toEqual([]);
  });
});
