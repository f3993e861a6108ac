import { withBreakableWords } from '../../src/features/dossiers/printing/long-words';
import { linesOf } from './support/lines';
import { type TestPrinter, testPrinter } from './support/print';
import { firstNomination, loadCase, withNominations } from './support/round';

const ADDRESS =
  'https://dichvucong.hungyen.gov.vn/ho-so/chi-tiet?maHoSo=000.00.13.H06-251205-0001&x=1234567890';
const RUN_TOGETHER = 'Abcdefghij'.repeat(8);

describe('words that are longer than a line', () => {
  let printer: TestPrinter;

  beforeAll(async () => {
    printer = await testPrinter();
  });
  afterAll(() => printer.close());

  test.each([ADDRESS, RUN_TOGETHER])('begin in the line of the words before them: %s', async (word) => {
    const data = await loadCase('hung-yen');
    const { code } = firstNomination(data);
    const told = withNominations(data, (one) => ({
      ...one,
      report: { ...one.report, summary: `Chi tiết xem tại ${word} và hồ sơ kèm theo.` },
    }));
    const [pdf] = await printer.print(told, new RegExp(`/${code}\\.pdf$`));
    const lines = (pdf?.pages ?? []).flatMap((page) => linesOf(page).map(({ text }) => text.trim()));
    const first = lines.findIndex((line) => line.startsWith('Chi tiết'));
    expect(lines[first]).toContain(`Chi tiết xem tại ${word.slice(0, 40)}`);
    expect(
      lines
        .slice(first, first + 3)
        .join('')
        .replaceAll(' ', ''),
    ).toContain(`${word}vàhồsơ`);
  });

  test('are found in text alone', () => {
    const words = 'x'.repeat(24);
    const html = `<p class="${words}">${words}&amp; a${'&amp;'.repeat(23)}</p><svg><text>${words}</text></svg>`;
    expect(withBreakableWords(html)).toBe(
      html
        .replace(`>${words}&amp; a`, `><span class="long-word">${words}&amp;</span> a`)
        .replace(/a(&amp;)+/, (all) => `<span class="long-word">${all}</span>`),
    );
  });
});
