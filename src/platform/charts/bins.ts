/** A range of scores, in hundredths: `from` ≤ score < `to`; the last one holds its `to` as well. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

const [FEWEST_BINS, MOST_BINS] = [4, 12];
/** Hundredths that people count in. */
const WIDTHS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The scores in ranges of one round width that cover them and the cuts; none where there is neither. */
export function binsOf(scores: readonly number[], cuts: readonly number[]): Bin[] {
  const all = [...scores, ...cuts];
  if (all.length === 0) return [];
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const width = widthFor(least, most);
  const start = startFor(least, most, width);
  const count = Math.max(FEWEST_BINS, countFrom(start, most, width));
  const bins = Array.from({ length: count }, (_, at) => binAt(start + at * width, width));
  for (const score of scores) {
    const bin = bins[Math.min(Math.floor((score - start) / width), bins.length - 1)];
    if (bin) bin.count += 1;
  }
  return bins;
}

function widthFor(least: number, most: number): number {
  const round = WIDTHS.find((width) => countFrom(floorTo(width, least), most, width) <= MOST_BINS);
  return round ?? Math.ceil((most - least) / (MOST_BINS - 1) / 10_000) * 10_000;
}

/** A few scores side by side get empty ranges below them, but none below 0. */
function startFor(least: number, most: number, width: number): number {
  const start = floorTo(width, least);
  const missing = Math.max(0, FEWEST_BINS - countFrom(start, most, width));
  return start < 0 ? start : Math.max(0, start - missing * width);
}

function countFrom(start: number, most: number, width: number): number {
  return Math.max(1, Math.ceil((most - start) / width));
}

function floorTo(width: number, score: number): number {
  return Math.floor(score / width) * width;
}

function binAt(from: number, width: number): Bin {
  return { from, to: from + width, count: 0 };
}
