import type { Page, Text } from './pdf';

/** What stands on one base line, pieces side by side joined. */
export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  pieces: Text[];
}

const SAME_LINE = 2;

/** The lines of a page from top to bottom; texts in two columns stand in one line each when `gap` points part them. */
export function linesOf({ texts }: Pick<Page, 'texts'>, gap = 25): Line[] {
  const rows: Text[][] = [];
  for (const text of texts.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(([first]) => first && Math.abs(first.y - text.y) < SAME_LINE);
    if (row) row.push(text);
    else rows.push([text]);
  }
  return rows.flatMap((row) => columns(row, gap)).map(lineOf);
}

function columns(row: readonly Text[], gap: number): Text[][] {
  const parts: Text[][] = [];
  for (const text of row.toSorted((a, b) => a.x - b.x)) {
    const last = parts.at(-1)?.at(-1);
    if (last && text.x - (last.x + last.width) < gap) parts.at(-1)?.push(text);
    else parts.push([text]);
  }
  return parts;
}

function lineOf(pieces: Text[]): Line {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) throw new Error('a line without text');
  return {
    text: joined(pieces),
    x: first.x,
    right: last.x + last.width,
    y: first.y,
    size: Math.max(...pieces.map(({ size }) => size)),
    pieces,
  };
}

/** With a space where pieces stand apart. */
function joined(pieces: readonly Text[]): string {
  return pieces
    .map(({ text, x }, at) => {
      const before = pieces[at - 1];
      return before && x - (before.x + before.width) > 1 && !/^\s/.test(text) ? ` ${text}` : text;
    })
    .join('');
}

export function isStyle(line: Line, style: 'Regular' | 'Bold' | 'Italic' | 'BoldItalic'): boolean {
  return line.pieces.every(({ font, text }) => text.trim() === '' || font.endsWith(`Tinos-${style}`));
}

export function isUpper(text: string): boolean {
  return text === text.toLocaleUpperCase('vi');
}
