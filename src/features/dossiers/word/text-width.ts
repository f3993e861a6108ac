import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { projectRoot } from '../../../platform/project';

type Font = ReturnType<typeof fontkit.create>;

let font: Font | undefined;

/** Points that the last line of bold words takes, once they are broken into lines of `limit` points. */
export function lastLineWidth(words: string, size: number, limit: number): number {
  let width = 0;
  for (const word of words.split(/\s+/)) {
    const longer = width === 0 ? widthOf(word, size) : width + widthOf(` ${word}`, size);
    width = longer <= limit ? longer : widthOf(word, size) % limit;
  }
  return width;
}

/** Tinos has the widths of Times New Roman. */
function widthOf(text: string, size: number): number {
  font ??= fontkit.create(readFileSync(join(projectRoot, 'templates', 'fonts', 'tinos-700-normal.woff')));
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
}
