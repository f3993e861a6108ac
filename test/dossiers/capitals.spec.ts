import { isUpper, linesOf } from './support/lines';
import { type TestPrinter, crowdOf, testPrinter } from './support/print';
import { evaluated, loadCase } from './support/round';

const BODY =
  'Cục Tiêu chuẩn, Đo lường, Chất lượng và Ứng dụng khoa học, công nghệ phục vụ chuyển đổi số ngành Tài nguyên';

describe('a long name in capitals across a page', () => {
  let printer: TestPrinter;

  beforeAll(async () => {
    printer = await testPrinter();
  });
  afterAll(() => printer.close());

  test('stands in even lines, none with a word alone', async () => {
    const { campaign, round } = crowdOf(await loadCase('hung-yen'), 1);
    const awards = campaign.awards.map((award) => ({ ...award, decider: `Cục trưởng ${BODY}` }));
    const [pdf] = await printer.print(evaluated({ ...campaign, awards }, round), /GK\/quyet-dinh/);
    const lines = (pdf?.pages ?? []).slice(0, 1).flatMap((page) => linesOf(page));
    const capitals = lines.filter(({ text, x }) => isUpper(text) && x > 88);
    const from = capitals.findIndex(({ text }) => text.includes('CỤC TRƯỞNG'));
    const to = capitals.findIndex(({ text }) => text.includes('QUYẾT ĐỊNH:'));
    const widths = capitals.slice(from, to).map(({ x, right }) => right - x);
    expect(widths.length).toBeGreaterThan(1);
    expect(widths.filter((width) => width < Math.max(...widths) * 0.7)).toEqual([]);
  });
});
