import { keptTogether, plainSpaces } from './word-pairs';

/** Beyond these, breaking by hand gains nothing: the browser breaks as it can. */
const MOST_LINES = 16;

interface Lines {
  lines: string[];
  /** The sum of the squared lengths: the less, the more even. */
  unevenness: number;
}

const NOTHING: Lines = { lines: [], unevenness: 0 };
/** What a line that ends with a dash is worse by: `THI ĐUA - KHEN THƯỞNG` stays together where it can. */
const DASH_AT_THE_END = 200;
const TOO_LONG = 1e6;

/**
 * The lines of a heading of at most `limit` characters each, as few and as even as may be: the rule under it is measured
 * by its lines (NĐ 30/2020, Phụ lục I). No line ends inside a word of two syllables (`HỘI ĐỒNG`). Each but the last ends with the
 * space that stands there, a piece of a word longer than a line without one. A monstrous text stays one line.
 */
export function evenLines(text: string, limit: number): string[] {
  if (text.length > limit * MOST_LINES) return [text];
  // A dash stays with the words before it.
  const words = keptTogether(text).split(/(?<= )(?![-–] )/);
  if (words.every((word) => lengthOf(word) <= limit)) return splitInto(words, limit);
  // A word that is longer than a line is mostly in capitals or an address: wider than the letters that a limit counts on.
  const narrow = Math.floor(limit * 0.75);
  return splitInto(
    words.flatMap((word) => piecesOf(word, narrow)),
    narrow,
  );
}

function splitInto(words: readonly string[], limit: number): string[] {
  return splitter(words, limit)(0, fewestLines(words, limit)).lines.map(plainSpaces);
}

/** Halves of lines, for even ones to be made of. A letter and its marks are one. */
function piecesOf(word: string, limit: number): string[] {
  if (lengthOf(word) <= limit) return [word];
  const piece = new RegExp(String.raw`(?:\P{M}\p{M}*){1,${Math.floor(limit / 2)}} ?`, 'gu');
  return word.match(piece) ?? [word];
}

/** Of a line or a word, the space at its end left out. */
function lengthOf(words: string): number {
  return words.trimEnd().length;
}

function fewestLines(words: readonly string[], limit: number): number {
  let [lines, line] = [1, ''];
  for (const word of words) {
    const fits = lengthOf(line + word) <= limit;
    if (!fits) lines += 1;
    line = fits ? line + word : word;
  }
  return lines;
}

/** The most even split of the words from `start` on into so many lines; each is worked out once. */
function splitter(words: readonly string[], limit: number) {
  const known = new Map<string, Lines>();
  const split = (start: number, count: number): Lines => {
    const key = `${start} ${count}`;
    const best = known.get(key) ?? bestOf(start, count);
    known.set(key, best);
    return best;
  };
  const bestOf = (start: number, count: number): Lines => {
    if (count === 1) return joined(words.slice(start), NOTHING, limit);
    return endsFrom(words, start, words.length - count + 1, limit)
      .map((end) => joined(words.slice(start, end), split(end, count - 1), limit))
      .reduce((best, other) => (other.unevenness < best.unevenness ? other : best));
  };
  return split;
}

/** Where a line that begins at `start` may end: after one word at least, and no later than it is full. */
function endsFrom(words: readonly string[], start: number, last: number, limit: number): number[] {
  const ends = [start + 1];
  let line = words[start] ?? '';
  for (let end = start + 2; end <= last; end += 1) {
    line += words[end - 1] ?? '';
    if (lengthOf(line) > limit) break;
    ends.push(end);
  }
  return ends;
}

function joined(words: readonly string[], rest: Lines, limit: number): Lines {
  const line = words.join('');
  const unevenness = rest.unevenness + lengthOf(line) ** 2 + faultOf(line, limit);
  return { lines: [line, ...rest.lines], unevenness };
}

function faultOf(line: string, limit: number): number {
  return (lengthOf(line) > limit ? TOO_LONG : 0) + (/[-–] $/.test(line) ? DASH_AT_THE_END : 0);
}
