import { linesOf } from './support/lines';
import { type Page, type Pdf, millimetres, splitPage } from './support/pdf';
import { type TestPrinter, crowdOf, testPrinter } from './support/print';
import { evaluated, loadCase, withNominations } from './support/round';

/** Above the bottom margin: a heading, the legend of a chart and two of its rows need as much. */
const MOST_MM = 75;

describe('blanks at the foot of pages', () => {
  let printer: TestPrinter;

  beforeAll(async () => {
    printer = await testPrinter();
  });
  afterAll(() => printer.close());

  test.each([1, 3, 7, 10])('are short before charts of %d units and criteria', async (size) => {
    const { campaign, round } = crowdOf(await loadCase('hung-yen'), size, (kind) => kind);
    const nominations = round.nominations.map((one, at) => ({ ...one, unit: `Phòng số ${at + 1}` }));
    const [pdf] = await printer.print(evaluated(campaign, { ...round, nominations }), /^bao-cao/);
    expect(blanks(pdf).filter((blank) => blank > MOST_MM)).toEqual([]);
  });
});

describe('blanks to be filled in by hand', () => {
  let printer: TestPrinter;

  beforeAll(async () => {
    printer = await testPrinter();
  });
  afterAll(() => printer.close());

  test('are dots for whoever reads the text, up to the margin: no heading seems the last of its page', async () => {
    const data = withNominations(await loadCase('hung-yen'), (one) => ({ ...one, report: {} }));
    const [pdf] = await printer.print(data, /CN-01\.pdf$/);
    const lines = (pdf?.pages ?? []).flatMap((page) =>
      linesOf(page).map(({ text, right }) => ({ text, free: millimetres(page.width - right) })),
    );
    const heading = lines.findIndex(({ text }) => text.includes('Hoạt động của tổ chức đảng, đoàn thể'));
    const blank = lines.slice(heading + 1, heading + 3);
    expect(blank.map(({ text }) => text.replace(/\.+$/, '…'))).toEqual(['…', '…']);
    for (const { free } of blank) {
      expect(free).toBeGreaterThan(15);
      expect(free).toBeLessThan(17);
    }
  });
});

function blanks(pdf: Pdf | undefined): number[] {
  return (pdf?.pages ?? []).slice(0, -1).map(blankOf);
}

function blankOf(page: Page): number {
  const lowest = [
    ...splitPage(page).body.map(({ y }) => y),
    ...page.boxes.map(({ y, height }) => y + height),
  ];
  return millimetres(page.height - Math.max(...lowest)) - 21;
}
