import { type Page, type Pdf, millimetres, splitPage } from './support/pdf';
import { type TestPrinter, crowdOf, testPrinter } from './support/print';
import { evaluated, loadCase } from './support/round';

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
