import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ChartBlock } from './blocks';

/** Pixels of 1/96 inch: as wide as the drawing in print, and as high as its bars need. */
const WIDTH = 523;
const AROUND = 90;
const BAR = { stacked: 30, clustered: 54 };
const LETTERS = 36;
const LABEL_LINE = 18;
/** Greys that a printer without colours keeps apart, light enough for the numbers on them. */
const GREYS = ['A6A6A6', 'D9D9D9', '7F7F7F', 'BFBFBF', '8C8C8C', 'E5E5E5', '999999', 'CCCCCC'];

/** Bars from the left, the first category on top, each with its number: an office can change the numbers behind them. */
export function buildChart({ title, id, data, keepNext }: ChartBlock): Paragraph {
  const { kind, categories, series } = data;
  const chart = new ChartRun({
    type: 'bar',
    categories,
    series: series.map((each, at) => ({ ...each, color: GREYS[at % GREYS.length] ?? '000000' })),
    stacking: kind === 'stacked' ? 'stacked' : 'none',
    categoryAxis: { reverseOrder: true, font: { size: 10, color: '000000' } },
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    // A bar of nothing has no number.
    dataLabels: { value: true, numberFormat: 'General;;;', font: { size: 10, color: '000000' } },
    font: { name: 'Times New Roman' },
    transformation: {
      width: WIDTH,
      height: AROUND + categories.length * Math.max(BAR[kind], labelHeight(categories)),
    },
    altText: { name: title, title, id: String(id) },
  });
  return new Paragraph({
    style: 'plain',
    alignment: AlignmentType.CENTER,
    keepLines: true,
    ...(keepNext && { keepNext }),
    children: [chart],
  });
}

/** Of the longest name of a category, in lines of a third of the chart. */
function labelHeight(categories: readonly string[]): number {
  return Math.ceil(Math.max(0, ...categories.map(({ length }) => length)) / LETTERS) * LABEL_LINE;
}
