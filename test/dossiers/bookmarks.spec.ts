import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import type { Papers } from '../../src/features/dossiers/papers/paper';
import { type TestPrinter, crowdOf, testPrinter } from './support/print';
import { loadCase } from './support/round';

const LONG =
  'Trung tâm Ứng dụng tiến bộ khoa học, kỹ thuật nông nghiệp và Quan trắc tài nguyên, môi trường thuộc Sở Nông nghiệp và Môi trường tỉnh';

describe('bookmarks name what they lead to, word by word', () => {
  let printer: TestPrinter;
  let data: RoundData;

  beforeAll(async () => {
    printer = await testPrinter();
    data = crowdOf(await loadCase('hung-yen'), 12, () => LONG);
  });
  afterAll(() => printer.close());

  test('of certificates whose names need several lines', async () => {
    const found = await titles(data, /giay-khen/);
    expect([...new Set(found)]).toEqual([LONG, `Bà ${LONG}`]);
  });

  test('of papers whose headings need several lines', async () => {
    const found = await titles(wordedAtLength(data), /^[^/]*$|awards|-001/);
    const long = found.filter((title) => title.includes('Trung'));
    expect(long.length).toBeGreaterThan(40);
    expect(long.filter((title) => !title.includes(LONG) || title.includes('  '))).toEqual([]);
  });

  async function titles(of: RoundData, file: RegExp): Promise<string[]> {
    const pdfs = await printer.print(of, file);
    return pdfs.flatMap(({ outline }) => outline.map(({ title }) => title));
  }
});

/** Each heading of each paper begins with the long name. */
function wordedAtLength(data: RoundData): RoundData {
  const wordingOf: Papers['wordingOf'] = (kind, of) => {
    const { headings, grounds } = data.papers.wordingOf(kind, of);
    const long = Object.entries(headings).map(([key, heading]) => [key, `${LONG} ${heading}`]);
    return { headings: Object.fromEntries(long) as typeof headings, grounds };
  };
  return { ...data, papers: { ...data.papers, wordingOf } };
}
