import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ChartBlock } from './blocks';

/** Pixels of 1/96 inch: as wide as the drawing in print, and as high as its bars need. */
const WIDTH = 523;
const AROUND = 90;
const BAR = { stacked: 30, clustered: 54 };
/** Greys that a printer without colours keeps apart, light enough for the numbers on them. */
const GREYS = ['A6A6A6', 'D9D9D9', 'F2F2F2', 'BFBFBF', '8C8C8C', 'E5E5E5', '999999', 'CCCCCC'];

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
    transformation: { width: WIDTH, height: AROUND + categories.length * BAR[kind] },
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
