import { type AnyNode, type Element, isTag } from 'domhandler';
import { readChartData } from '../../../platform/charts/chart-data';
import type { ChartBlock } from './blocks';
import { textOf } from './read-words';
import { xmlText } from './xml-text';

/** A drawing as a chart of Word; undefined for one that does not tell its numbers, of which only the words remain. */
export function readChart(svg: Element): ChartBlock | undefined {
  const data = readChartData(svg.attribs['data-chart']);
  if (!data) return undefined;
  return {
    kind: 'chart',
    title: titleOf(svg.children),
    id: (svg.startIndex ?? 0) + 1,
    data: {
      ...data,
      categories: data.categories.map(xmlText),
      series: data.series.map(({ name, values }) => ({ name: xmlText(name), values })),
    },
    keepNext: false,
  };
}

function titleOf(nodes: readonly AnyNode[]): string {
  const title = nodes.filter(isTag).find(({ name }) => name === 'title');
  return title ? textOf(title.children) : '';
}
