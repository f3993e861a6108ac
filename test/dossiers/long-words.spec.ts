import { withBreakableWords } from '../../src/features/dossiers/printing/long-words';
import { departures } from './support/decree-30';
import { isStyle, linesOf } from './support/lines';
import { millimetres } from './support/pdf';
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

  test('stand in the title over a rule that is measured by their last line', async () => {
    const data = await loadCase('hung-yen');
    const { code } = firstNomination(data);
    const campaign = { ...data.campaign, title: `Thi đua ${RUN_TOGETHER} sáng tạo` };
    const [pdf] = await printer.print({ ...data, campaign }, new RegExp(`/${code}\\.pdf$`));
    expect(pdf && departures(pdf, { grounds: false })).toEqual([]);
  });

  test('keep to the margin in a heading', async () => {
    const { campaign, ...data } = await loadCase('hung-yen');
    const criteriaSets = campaign.criteriaSets.map((set) => ({
      ...set,
      criteria: set.criteria.map((criterion) => ({ ...criterion, text: RUN_TOGETHER.repeat(3) })),
    }));
    const [pdf] = await printer.print({ ...data, campaign: { ...campaign, criteriaSets } }, /TT-01\.pdf$/);
    const free = (pdf?.pages ?? []).flatMap((page) =>
      linesOf(page)
        .filter((line) => isStyle(line, 'Bold') && line.text.includes('Abcdefghij'))
        .map(({ right }) => millimetres(page.width - right)),
    );
    expect(free.length).toBeGreaterThan(3);
    expect(free.filter((one) => one < 15)).toEqual([]);
  });

  test('are not found from within a letter that is written as several', () => {
    const html = `<p>${'x'.repeat(19)}&#x3D;&quot;</p>`;
    expect(withBreakableWords(html)).toBe(html);
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
