import { type Bin, binsOf } from './bins';
import { shortened, widthOf } from './fit';
import { pointsText, shortPoints } from './hundredths';
import { ACCENT, type Heading, INK, RIM, SOFT, WIDTH, chart, element, text } from './svg';

/** How the scores of a pool are spread, with the lines at which awards are cut off. */
export interface Distribution extends Heading {
  /** In hundredths. */
  scores: readonly number[];
  cuts: readonly Cut[];
  words: {
    /** Under the axis: `Điểm`. */
    axis: string;
    /** Between the ends of a range: `dưới` gives `80,00 – dưới 85,00`. */
    under: string;
    /** In the place of the bars: `Chưa có đề nghị nào được chấm điểm`. */
    none: string;
  };
}

interface Cut {
  /** In hundredths. */
  at: number;
  /** `Bằng khen: từ 91,50`. */
  label: string;
}

interface DistributionRow {
  range: string;
  count: number;
  /** The labels of the cuts in this range. */
  cuts: string[];
}

const [LEFT, RIGHT] = [10, WIDTH - 10];
const PLOT = 130;
const CUT_LINE = 17;
const DASHES = [undefined, '6 3', '2 3', '9 3 2 3'];

/** A histogram; the height of a bar is also written on it, and each cut is named. */
export function distributionChart(distribution: Distribution): string {
  const { scores, cuts, words } = distribution;
  const bins = binsOf(
    scores,
    cuts.map(({ at }) => at),
  );
  const floor = 8 + cuts.length * CUT_LINE + 14 + PLOT;
  const place = placeIn(bins);
  const [bars, counts] = barsOf(bins, place, floor);
  const [lines, names] = cutsOf(cuts, place, floor);
  return chart(distribution, floor + 36, [
    ...bars,
    element('path', { d: `M${LEFT} ${floor}H${RIGHT}`, stroke: INK }),
    ...ticksOf(bins, place, floor),
    text(words.axis, { x: RIGHT, y: floor + 31, 'text-anchor': 'end', 'font-size': 11, fill: SOFT }),
    ...lines,
    ...counts,
    ...names,
    ...(scores.length > 0 ? [] : [noneText(words.none, floor)]),
  ]);
}

/** The table behind the chart: every range, also an empty one. */
export function distributionRows({ scores, cuts, words }: Distribution): DistributionRow[] {
  const bins = binsOf(
    scores,
    cuts.map(({ at }) => at),
  );
  return bins.map(({ from, to, count }, at) => {
    const isLast = at === bins.length - 1;
    const isInside = (cut: Cut) => from <= cut.at && (cut.at < to || (isLast && cut.at === to));
    const range = `${pointsText(from)} – ${isLast ? '' : `${words.under} `}${pointsText(to)}`;
    return { range, count, cuts: cuts.filter(isInside).map(({ label }) => label) };
  });
}

type Place = (points: number) => number;

function placeIn(bins: readonly Bin[]): Place {
  const [from, to] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  return (points) => LEFT + ((points - from) / (to - from)) * (RIGHT - LEFT);
}

/** The bars, and what stands on them. */
function barsOf(bins: readonly Bin[], place: Place, floor: number): [bars: string[], counts: string[]] {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const bars = bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count }) => {
      const height = Math.max(2, (count / most) * PLOT);
      return { x: place(from) + 1, y: floor - height, width: place(to) - place(from) - 2, height, count };
    });
  return [
    bars.map(({ x, y, width, height }) =>
      element('rect', { class: 'chart-bar', x, y, width, height, fill: ACCENT }),
    ),
    bars.map(({ x, y, width, count }) =>
      text(String(count), { x: x + width / 2, y: y - 4, 'text-anchor': 'middle', 'font-size': 11, ...RIM }),
    ),
  ];
}

/** As many ends of ranges as have room. */
function ticksOf(bins: readonly Bin[], place: Place, floor: number): string[] {
  const ends = [...bins.map(({ from }) => from), ...bins.slice(-1).map(({ to }) => to)];
  const widest = Math.max(0, ...ends.map((end) => widthOf(shortPoints(end), 10))) + 6;
  const each = Math.ceil(widest / ((RIGHT - LEFT) / Math.max(1, bins.length)));
  return ends.map((end, at) => {
    const x = place(end);
    const isNamed = at % each === 0;
    const tick = element('path', { d: `M${x} ${floor}v${isNamed ? 5 : 3}`, stroke: INK });
    return isNamed ? tick + tickText(shortPoints(end), x, floor) : tick;
  });
}

function tickText(label: string, x: number, floor: number): string {
  const half = widthOf(label, 10) / 2;
  const inside = Math.min(Math.max(x, half + 1), WIDTH - half - 1);
  return text(label, { x: inside, y: floor + 16, 'text-anchor': 'middle', 'font-size': 10, fill: SOFT });
}

/**
 * The lines of the cuts and their names, each on a line of its own above the bars and written towards the wider side:
 * from the left ones inwards, then from the right ones inwards, so that no line crosses the name of its neighbour.
 */
function cutsOf(cuts: readonly Cut[], place: Place, floor: number): [lines: string[], names: string[]] {
  const middle = WIDTH / 2;
  const ascending = cuts.toSorted((a, b) => a.at - b.at).map(({ at, label }) => ({ x: place(at), label }));
  const [left, right] = [ascending.filter(({ x }) => x <= middle), ascending.filter(({ x }) => x > middle)];
  const inwards = [...left, ...right.reverse()].map((cut, line) => ({
    ...cut,
    line,
    y: 8 + line * CUT_LINE,
  }));
  return [
    inwards.map(({ x, y, line }) => cutLine(`M${x} ${y}V${floor}`, DASHES[line % DASHES.length])),
    inwards.map(({ x, y, label }) => cutName(label, x, y + 8, x <= middle)),
  ];
}

/** Dark on a bright one, so that it can be seen on the bars as well. */
function cutLine(d: string, dash: string | undefined): string {
  const bright = element('path', { d, stroke: '#fff', 'stroke-width': 4 });
  const dark = element('path', { d, stroke: INK, 'stroke-width': 1.5, 'stroke-dasharray': dash });
  return element('g', { class: 'chart-cut' }, bright, dark);
}

function cutName(label: string, x: number, y: number, rightwards: boolean): string {
  const room = rightwards ? WIDTH - x - 6 : x - 6;
  const at = rightwards ? { x: x + 5 } : { x: x - 5, 'text-anchor': 'end' };
  return text(shortened(label, room, 11), { ...at, y, 'font-size': 11, 'font-weight': 600, ...RIM });
}

function noneText(none: string, floor: number): string {
  const words = shortened(none, WIDTH - 20, 12);
  return text(words, { x: WIDTH / 2, y: floor - PLOT / 2, 'text-anchor': 'middle', fill: SOFT, ...RIM });
}
