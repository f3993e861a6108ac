import { keptTogether, plainSpaces } from './word-pairs';

/** Beyond these, breaking by hand gains nothing: the browser breaks as it can. */
const MOST_LINES = 16;

interface Lines {
  lines: string[];
  /** The sum of the squared lengths: the less, the more even. */
  unevenness: number;
}

/**
 * The lines of a heading of at most `limit` characters each, as few and as even as may be: the rule under it is measured
 * by its lines (NĐ 30/2020, Phụ lục I). No line ends inside a word of two syllables (`HỘI ĐỒNG`). A text that does not go into such lines stays one.
 */
export function evenLines(text: string, limit: number): string[] {
  // A dash stays with the words before it.
  const words = keptTogether(text).split(/ (?![-–] )/);
  const isPlain = text.length <= limit * MOST_LINES && words.every(({ length }) => length <= limit);
  return isPlain ? splitter(words)(0, fewestLines(words, limit)).lines.map(plainSpaces) : [text];
}

function fewestLines(words: readonly string[], limit: number): number {
  let [lines, length] = [1, -1];
  for (const word of words) {
    const fits = length + 1 + word.length <= limit;
    if (!fits) lines += 1;
    length = fits ? length + 1 + word.length : word.length;
  }
  return lines;
}

/** The most even split of the words from `start` on into so many lines; each is worked out once. */
function splitter(words: readonly string[]) {
  const known = new Map<string, Lines>();
  const split = (start: number, count: number): Lines => {
    const key = `${start} ${count}`;
    const best = known.get(key) ?? bestOf(start, count);
    known.set(key, best);
    return best;
  };
  const bestOf = (start: number, count: number): Lines => {
    if (count === 1) return joined(words.slice(start), { lines: [], unevenness: 0 });
    const ends = Array.from({ length: words.length - start - count + 1 }, (_, at) => start + at + 1);
    return ends
      .map((end) => joined(words.slice(start, end), split(end, count - 1)))
      .reduce((best, other) => (other.unevenness < best.unevenness ? other : best));
  };
  return split;
}

function joined(words: readonly string[], rest: Lines): Lines {
  const line = words.join(' ');
  return { lines: [line, ...rest.lines], unevenness: rest.unevenness + line.length ** 2 };
}
