import type { CertificatesView } from '../../src/features/dossiers/documents/certificate.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { toWord } from '../../src/features/dossiers/word/word-document';
import { paragraph, readDocx } from './support/docx';
import { lookOf } from './support/docx-look';
import { type Page, type Pdf, millimetres, pageText } from './support/pdf';
import { type TestPrinter, crowdOf, documentsOf, testPrinter } from './support/print';
import { evaluated, loadCase } from './support/round';

const FILE = /giay-khen/;
/** The text keeps inside the inner frame. */
const FRAME_MM = 20;
const WORDS =
  'Quản lý dự án đầu tư xây dựng các công trình giao thông, dân dụng và phát triển nông thôn khu vực';

describe('certificates of many words', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const printed = async (round: RoundData): Promise<Pdf> => {
    const [pdf] = await printer.print(round, FILE);
    if (!pdf) throw new Error('no certificates');
    return pdf;
  };

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('keep names and units of any length inside the frame, one page each, nothing lost', async () => {
    for (const length of [20, 46, 80, 111, 200, 300]) {
      const named = (kind: string, number: number) =>
        `${kind} ${number} ${'Nguyễn Thị '.repeat(40)}`.slice(0, length).trim();
      const { pages } = await printed(crowdOf(data, 2, named));
      expect(pages).toHaveLength(4);
      for (const page of pages) expectInsideFrame(page);
      expect(pages.map((page) => pageText(page).replace(/\s/g, ''))).toEqual(
        expect.arrayContaining([expect.stringContaining(named('Tập thể', 1).replace(/\s/g, ''))]),
      );
    }
  });

  describe.each([
    ['usual', {}],
    ['long', { title: 300, decider: 120, signer: 40, authority: 60 }],
    ['very long', { title: 500, decider: 150, signer: 40, authority: 120 }],
  ])('with a plan, a decider and a signer of %s words', (_, shared: Lengths) => {
    test.each([20, 60, 120, 200])('hold a name and a unit of %d letters, nothing lost', async (length) => {
      const round = worded(data, { ...shared, name: length, unit: length, position: length / 2 });
      const { pages } = await printed(round);
      expect(pages).toHaveLength(5);
      for (const page of pages) expectGoodLooks(page);
      expect(pages.filter((page) => pageText(page).includes('…'))).toEqual([]);
    });
  });

  test.each([300, 600, 1_200, 30_000])(
    'hold any text of %d letters, and tell where it goes on',
    async (length) => {
      const lengths = { title: length, decider: length, name: length, unit: length, position: length };
      const { pages } = await printed(worded(data, { ...lengths, signer: length, authority: length }));
      expect(pages).toHaveLength(5);
      for (const page of pages) expectGoodLooks(page);
      expect(pages.filter((page) => !pageText(page).includes('…'))).toEqual([]);
    },
  );

  test('have smaller letters in Word too, those of the nation left out', async () => {
    const round = worded(data, { title: 500, decider: 150, name: 200, unit: 200 });
    const [document] = documentsOf(round, FILE);
    if (!document) throw new Error('no certificates');
    const docx = await readDocx(await toWord(document, data.round.date));
    const [first] = (document.view as CertificatesView).recipients;
    const sizeOf = (start = '') => lookOf(docx, paragraph(docx.body, start)).size;
    expect([
      first?.scale,
      sizeOf('CỘNG HÒA'),
      sizeOf('GIẤY KHEN'),
      sizeOf(first?.name),
      sizeOf('Đã có'),
    ]).toEqual(['scale-77', 14, 32.5, 18.5, 12.5]);
  });
});

function expectInsideFrame({ width, height, texts }: Page) {
  const edges = texts.flatMap(({ x, y, width: wide, size }) => [x, width - x - wide, y - size, height - y]);
  expect(millimetres(Math.min(...edges))).toBeGreaterThan(FRAME_MM - 1);
}

interface Lengths {
  title?: number;
  decider?: number;
  signer?: number;
  authority?: number;
  name?: number;
  unit?: number;
  position?: number;
}

/** The round with words of such lengths; a length that is not told leaves them as they are. */
function worded({ campaign, round }: RoundData, lengths: Lengths): RoundData {
  const long = (text: string, length = text.length) =>
    text.length < length ? text.padEnd(length, ` ${WORDS}`).trim() : text;
  const { organizer } = campaign;
  const head = {
    title: long(organizer.head?.title ?? '', lengths.authority),
    name: long(organizer.head?.name ?? '', lengths.signer),
  };
  return evaluated(
    {
      ...campaign,
      title: long(campaign.title, lengths.title),
      organizer: { ...organizer, head },
      awards: campaign.awards.map((award) => ({ ...award, decider: long(award.decider, lengths.decider) })),
    },
    {
      ...round,
      nominations: round.nominations.map((one) => ({
        ...one,
        name: long(one.name, lengths.name),
        unit: long(one.unit, lengths.unit),
        ...(one.position && { position: long(one.position, lengths.position) }),
      })),
    },
  );
}

/** Inside the frame, each text beside the others, and legible. */
function expectGoodLooks(page: Page) {
  expectInsideFrame(page);
  expect(overlapping(page)).toEqual([]);
  expect(Math.min(...page.texts.map(({ size }) => size))).toBeGreaterThan(9.9);
}

/** Pairs of texts of which one stands in the other. */
function overlapping({ texts }: Page): string[] {
  const written = texts.filter(({ text }) => text.trim() !== '');
  return written.flatMap((one, at) =>
    written
      .slice(at + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) < 0.72 * Math.min(one.size, other.size) &&
          Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}
