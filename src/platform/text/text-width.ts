import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { projectRoot } from '../project';

type Font = ReturnType<typeof fontkit.create>;

let font: Font | undefined;

/** Points that the last line of bold words takes, once they are broken into lines of `limit` points. */
export function lastLineWidth(words: string, size: number, limit: number): number {
  return broken(widthsOf(words), limit / size).last * size;
}

/** In how many lines bold words stand; their widths are measured once, to be asked for many sizes. Of '' none. */
export function lineCounter(words: string): (size: number, limit: number) => number {
  const widths = widthsOf(words);
  return (size, limit) => (words === '' ? 0 : broken(widths, limit / size).count);
}

/** The lines of words of such widths, and what the last of them takes. */
function broken(widths: readonly number[], limit: number): { count: number; last: number } {
  let [count, last] = [1, 0];
  for (const width of widths) {
    const longer = last === 0 ? width : last + widthOf(' ') + width;
    if (longer <= limit) last = longer;
    else {
      count += (last === 0 ? 0 : 1) + Math.floor(width / limit);
      last = width % limit;
    }
  }
  return { count, last };
}

/** Of each word, in sizes of its letters. */
function widthsOf(words: string): number[] {
  return words.split(/\s+/).map(widthOf);
}

/** Tinos has the widths of Times New Roman. */
function widthOf(text: string): number {
  font ??= fontkit.create(readFileSync(join(projectRoot, 'templates', 'fonts', 'tinos-700-normal.woff')));
  return font.layout(text).advanceWidth / font.unitsPerEm;
}
