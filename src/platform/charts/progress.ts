import type { ChartData } from './chart-data';
import { shortened, widthOf } from './fit';
import { legend } from './legend';
import { MOST_PATTERNS, fillOf, isDrawnOver, lettersOn, patternDefinitions } from './patterns';
import { type Heading, INK, type RowChart, SOFT, WIDTH, drawn, element, text } from './svg';

/** How far the nominations of each unit have come. */
export interface Progress extends Heading {
  /** In the order of the way, at most eight: `Chờ xem xét`. */
  states: readonly string[];
  units: readonly ProgressUnit[];
  words: {
    /** For a unit without a nomination, and where there are no units: `Chưa có đề nghị`. */
    none: string;
  };
}

interface ProgressUnit {
  name: string;
  /** Whole numbers, one for each state. */
  counts: readonly number[];
}

interface ProgressRow {
  unit: string;
  counts: number[];
  total: number;
}

const ROW = 44;
const BAR = 18;
/** A part is never thinner, so that one among many is still seen. */
const THINNEST = 4;

/** A stacked bar for each unit, all on one scale; parts that have room for it bear their number. Throws a RangeError for more than eight states. */
export function progressChart(progress: Progress): string {
  return drawn(progressRowChart(progress));
}

/** The same chart, to be drawn whole or in pieces. */
export function progressRowChart(progress: Progress): RowChart {
  const { id, title, description, states, words } = progress;
  if (states.length > MOST_PATTERNS) throw new RangeError(`more than ${MOST_PATTERNS} states`);
  const rows = progressRows(progress);
  const most = Math.max(1, ...rows.map(({ total }) => total));
  const { height, parts } = legend(
    states.map((label, at) => ({ label, mark: (x, y) => swatch(id, at, x, y) })),
  );
  const bars = rows.map((row, at) => rowOf(row, height + at * ROW, { id, most, none: words.none }));
  const nothing = text(words.none, { x: 1, y: height + 20, fill: SOFT });
  return {
    id,
    title,
    description,
    head: { height, parts: [patternDefinitions(id, states.length), ...parts] },
    rowHeight: ROW,
    rows: rows.length > 0 ? bars : [nothing],
    data: dataOf(states, rows),
  };
}

/** The table behind the chart: one row for each unit, one column for each state. */
export function progressRows({ states, units }: Progress): ProgressRow[] {
  return units.map(({ name, counts }) => {
    const all = states.map((_, at) => counts[at] ?? 0);
    return { unit: name, counts: all, total: all.reduce((sum, count) => sum + count, 0) };
  });
}

function dataOf(states: readonly string[], rows: readonly ProgressRow[]): ChartData {
  return {
    kind: 'stacked',
    categories: rows.map(({ unit }) => unit),
    series: states.map((name, at) => ({ name, values: rows.map(({ counts }) => counts[at] ?? 0) })),
  };
}

interface Scale {
  id: string;
  most: number;
  none: string;
}

function rowOf({ unit, counts, total }: ProgressRow, y: number, scale: Scale): string {
  const value = total === 0 ? scale.none : String(total);
  const room = WIDTH - widthOf(value, 12) - 12;
  const weight = total === 0 ? { fill: SOFT } : { 'font-weight': 600 };
  return element(
    'g',
    { class: 'chart-row' },
    text(shortened(unit, room, 12), { x: 1, y: y + 12 }),
    text(value, { x: WIDTH - 1, y: y + 12, 'text-anchor': 'end', ...weight }),
    ...(total === 0 ? [emptyBar(y + 18)] : partsOf(counts, y + 18, scale)),
  );
}

function partsOf(counts: readonly number[], y: number, { id, most }: Scale): string[] {
  const unit = (WIDTH - 2 - THINNEST * counts.length) / most;
  let x = 1;
  return counts.map((count, at) => {
    if (count === 0) return '';
    const width = Math.max(THINNEST, count * unit);
    const part = element('rect', { x, y, width, height: BAR, fill: fillOf(id, at), stroke: INK });
    const label = widthOf(String(count), 11) + 8 <= width ? numberOn(count, at, x + width / 2, y) : '';
    x += width;
    return part + label;
  });
}

function numberOn(count: number, at: number, x: number, y: number): string {
  const place = { x, y: y + 13, 'text-anchor': 'middle' };
  const number = text(String(count), { ...place, 'font-size': 11, 'font-weight': 600, ...lettersOn(at) });
  return (isDrawnOver(at) ? plate(widthOf(String(count), 11) + 4, x, y) : '') + number;
}

function plate(width: number, x: number, y: number): string {
  return element('rect', { x: x - width / 2, y: y + 3, width, height: BAR - 6, fill: '#fff' });
}

function emptyBar(y: number): string {
  return element('path', { d: `M1 ${y + BAR / 2}H${WIDTH - 1}`, stroke: SOFT, 'stroke-dasharray': '2 4' });
}

function swatch(id: string, at: number, x: number, y: number): string {
  return element('rect', { x, y: y - 1, width: 16, height: 12, fill: fillOf(id, at), stroke: INK });
}
