import type { ChartData } from './chart-data';
import { shortened, widthOf } from './fit';
import { pointsText } from './hundredths';
import { legend } from './legend';
import { ACCENT, type Heading, INK, type RowChart, SOFT, WIDTH, drawn, element, text } from './svg';

/** One nominee’s points on each criterion, beside the median of the pool and the most that can be had. */
export interface Profile extends Heading {
  criteria: readonly ProfileCriterion[];
  words: {
    /** `Đề nghị này`. */
    nominee: string;
    /** `Trung vị của nhóm`. */
    median: string;
    /** `Điểm tối đa`. */
    max: string;
    /** Where there are no points: `không áp dụng`. */
    none: string;
  };
}

/** Points in hundredths; null where there are none. */
interface ProfileCriterion {
  label: string;
  max: number;
  nominee: number | null;
  median: number | null;
}

interface ProfileRow {
  criterion: string;
  nominee: string;
  median: string;
  max: string;
}

const ROW = 50;
/** Eleven points and more where the chart is printed. */
const SMALL = 10.5;
/** Room for half a diamond on either side. */
const [LEFT, RIGHT] = [8, WIDTH - 8];

/**
 * A bar from 0 to the maximum for every criterion, each on its own scale, filled as far as the nominee has come; a diamond
 * is the median. The numbers are written beside both.
 */
export function profileChart(profile: Profile): string {
  return drawn(profileRowChart(profile));
}

/** The same chart, to be drawn whole or in pieces. */
export function profileRowChart(profile: Profile): RowChart {
  const { id, title, description, criteria, words } = profile;
  const head = legend([
    { label: words.nominee, mark: (x, y) => filled(x, x + 16, y + 5) },
    { label: words.median, mark: (x, y) => diamond(x + 8, y + 5) },
    { label: words.max, mark: (x, y) => element('g', {}, track(x, x + 16, y + 5)) },
  ]);
  const rows = criteria.map((criterion, at) => rowOf(criterion, head.height + at * ROW, words));
  return { id, title, description, head, rowHeight: ROW, rows, data: dataOf(profile) };
}

/** The table behind the chart. */
export function profileRows({ criteria, words }: Profile): ProfileRow[] {
  const said = (points: number | null) => (points === null ? words.none : pointsText(points));
  return criteria.map(({ label, max, nominee, median }) => ({
    criterion: label,
    nominee: said(nominee),
    median: said(median),
    max: pointsText(max),
  }));
}

/** In points. */
function dataOf({ criteria, words }: Profile): ChartData {
  const points = (value: number | null) => (value === null ? null : value / 100);
  return {
    kind: 'clustered',
    categories: criteria.map(({ label }) => label),
    series: [
      { name: words.nominee, values: criteria.map(({ nominee }) => points(nominee)) },
      { name: words.median, values: criteria.map(({ median }) => points(median)) },
      { name: words.max, values: criteria.map(({ max }) => points(max)) },
    ],
  };
}

function rowOf(criterion: ProfileCriterion, y: number, words: Profile['words']): string {
  const { label, max, nominee, median } = criterion;
  const value = nominee === null ? words.none : `${pointsText(nominee)} / ${pointsText(max)}`;
  const room = RIGHT - LEFT - widthOf(value, 12) - 12;
  const middle = y + 23;
  const place = (points: number) => LEFT + share(points, max) * (RIGHT - LEFT);
  return element(
    'g',
    { class: 'chart-row' },
    text(shortened(label, room, 12), { x: LEFT, y: y + 12 }),
    text(value, { x: RIGHT, y: y + 12, 'text-anchor': 'end', 'font-weight': 600 }),
    track(LEFT, RIGHT, middle),
    nominee === null ? '' : filled(LEFT, place(nominee), middle),
    median === null ? '' : diamond(place(median), middle) + medianText(median, place(median), middle),
  );
}

/** From 0 to 1, also for points beyond the maximum. */
function share(points: number, max: number): number {
  return max > 0 ? Math.min(1, Math.max(0, points / max)) : 0;
}

function track(from: number, to: number, y: number): string {
  const size = { x: from, y: y - 5, width: to - from, height: 10 };
  return element('rect', { class: 'chart-track', ...size, fill: '#fff', stroke: SOFT });
}

function filled(from: number, to: number, y: number): string {
  const size = { x: from, y: y - 5, width: to - from, height: 10 };
  return element('rect', { class: 'chart-bar', ...size, fill: ACCENT });
}

function diamond(x: number, y: number): string {
  const d = `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;
  return element('path', { class: 'chart-median', d, fill: '#fff', stroke: INK, 'stroke-width': 2 });
}

function medianText(median: number, x: number, y: number): string {
  const half = widthOf(pointsText(median), SMALL) / 2;
  const inside = Math.min(Math.max(x, half + 1), WIDTH - half - 1);
  const size = { 'text-anchor': 'middle', 'font-size': SMALL, fill: SOFT };
  return text(pointsText(median), { x: inside, y: y + 18, ...size });
}
