/** Widths in hundredths of the letter size, as Be Vietnam Pro 600 has them: no browser can be asked here. */
const WIDTHS: readonly [RegExp, number][] = [
  [/ /, 24],
  [/[ijlI]/, 29],
  [/[.,:;!'’]/, 33],
  [/[frt1J|()[\]“”"]/, 45],
  [/[csuvxyz7/<>-]/, 59],
  [/[hekn]/, 61],
  [/[mwMWOQ%…—]/, 91],
  [/[A-EGHKNU-XĐ&]/, 77],
  [/[\p{Ll}\p{Lu}\p{N}–]/u, 69],
];

/** About how wide one line is, in units of the chart; never much too small. */
export function widthOf(content: string, size: number): number {
  return [...plain(content)].reduce((sum, character) => sum + partOf(character) * size, 0);
}

/** The text, or as many of its words as fit with “…” behind them. */
export function shortened(content: string, width: number, size: number): string {
  if (widthOf(content, size) <= width) return content;
  const letters = [...content.normalize('NFC')];
  const end = fitting(letters, width - widthOf('…', size), size);
  const cut = letters.slice(0, end).join('');
  const space = letters
    .slice(0, end + 1)
    .join('')
    .lastIndexOf(' ');
  const words = space > cut.length / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[\s.,;:–-]+$/, '')}…`;
}

/** How many of the letters fit: each is measured once, however long the text. */
function fitting(letters: readonly string[], width: number, size: number): number {
  let used = 0;
  const first = letters.findIndex((letter) => (used += widthOf(letter, size)) > width);
  return first < 0 ? letters.length : first;
}

/** Without the marks, which take no width: one character for each letter. */
function plain(content: string): string {
  return content.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Of letters that the font lacks each is as wide as it is high. */
function partOf(character: string): number {
  return (WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? 100) / 100;
}
