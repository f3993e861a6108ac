import type { ChartData } from './chart-data';

/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Record<string, string | number | undefined>;

/** Units across every chart: one is a pixel on a screen of 360 pixels, so that letters keep a readable size there. */
export const WIDTH = 360;

/** What a chart says of itself to a screen reader, and the id that keeps its inner names apart from those of others. */
export interface Heading {
  /** Unique on the page; letters, digits and hyphens. */
  id: string;
  title: string;
  /** What there is to see, in a sentence or two. */
  description: string;
}

/**
 * The frame of a chart, as wide as the `figure.chart` that it stands in: one picture to a screen reader, with a title and
 * a description, and the numbers behind it for programs that draw them themselves. No style attribute and no style element anywhere: the content security policy would refuse them.
 */
export function chart(
  { id, title, description }: Heading,
  height: number,
  parts: readonly string[],
  data?: ChartData,
): string {
  const names = { title: `${id}-title`, description: `${id}-desc` };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart-drawing',
      viewBox: `0 0 ${WIDTH} ${rounded(height)}`,
      role: 'img',
      'aria-labelledby': names.title,
      'aria-describedby': names.description,
      'data-chart': data && JSON.stringify(data),
    },
    element('title', { id: names.title }, escaped(title)),
    element('desc', { id: names.description }, escaped(description)),
    ...parts,
  );
}

/** A chart of rows, each as high as the other: they stand below its head, which holds the legend. */
export interface RowChart extends Heading {
  head: { height: number; parts: readonly string[] };
  rowHeight: number;
  /** Drawn at its place below the head. */
  rows: readonly string[];
  data: ChartData;
}

/** The whole chart as one picture. */
export function drawn(rowChart: RowChart): string {
  const { head, rowHeight, rows, data } = rowChart;
  return chart(rowChart, head.height + rows.length * rowHeight, [...head.parts, ...rows], data);
}

/** The same in pictures one below the other, so that a chart can go on on the next page: head, title and a row, then the other rows. */
export function drawnInPieces(rowChart: RowChart): string {
  const { head, rowHeight, rows, data } = rowChart;
  const first = chart(rowChart, head.height + rowHeight, [...head.parts, ...rows.slice(0, 1)], data);
  const others = rows.slice(1).map((row, at) => {
    const viewBox = `0 ${rounded(head.height + (at + 1) * rowHeight)} ${WIDTH} ${rowHeight}`;
    const names = { xmlns: 'http://www.w3.org/2000/svg', class: 'chart-drawing', viewBox };
    return element('svg', { ...names, 'aria-hidden': 'true' }, row);
  });
  return [first, ...others].join('');
}

/** An element around markup: text goes through `escaped` or `text` before. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const stated = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const written = stated.map(([key, value]) => ` ${key}="${escaped(valueText(value))}"`).join('');
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
}

/** Words at a place, dark on light unless said otherwise. */
export function text(content: string, attributes: Attributes): string {
  return element('text', { 'font-size': 12, fill: INK, ...attributes }, escaped(content));
}

/** A bright rim, so that words can be read across lines and patterns. */
export const RIM = { stroke: '#fff', 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };

export const INK = '#1b2430';
export const SOFT = '#4a5565';
export const ACCENT = '#1b4079';

function escaped(content: string): string {
  return content.replace(UNPRINTABLE, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Characters that no XML may hold. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

function valueText(value: string | number | undefined): string {
  return typeof value === 'number' ? String(rounded(value)) : String(value);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
