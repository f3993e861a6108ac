// Puts the Latin and the Vietnamese letters of Tinos, which the package ships as two fonts, into one font for each style,
// with the letters of the other languages of the country (Ê Đê, Gia Rai, Ba Na, Cơ Ho …: minority-letters.json).
// Chromium sets a Vietnamese word out of two fonts in pieces, and the text of the PDF then falls into pieces too.
// Run after an update of @fontsource/tinos: node templates/fonts/merge.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { Font } from 'fonteditor-core';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '../../node_modules/@fontsource/tinos/files');
const { letters, marks } = JSON.parse(await readFile(join(here, 'minority-letters.json'), 'utf8'));
const codes = Object.keys(marks).map((code) => parseInt(code, 16));
/** All in units of 2048 an em. */
const X_HEIGHT = 940;
const MACRON_BELOW = 0x331;
/** From the middle of a macron above to that of one below. */
const BELOW = -1450;
/** Of a mark: to the end of the letter that it is on, so that whoever copies the text finds no gap there. It is set without it. */
const ADVANCE = 600;

for (const style of ['400-normal', '400-italic', '700-normal', '700-italic']) {
  const merged = await readFont('latin', style);
  const seldom = await readFont('latin-ext', style);
  merged.merge(only(await readFont('vietnamese', style), newTo(merged)), { scale: 1 });
  merged.merge(only(withMarks(seldom, merged), newTo(merged), isWanted), { scale: 1 });
  const deflate = (bytes) => [...deflateSync(Buffer.from(bytes), { level: 9 })];
  await writeFile(join(here, `tinos-${style}.woff`), merged.write({ type: 'woff', toBuffer: true, deflate }));
}

async function readFont(subset, style) {
  const bytes = await readFile(join(source, `tinos-${subset}-${style}.woff`));
  const inflate = (deflated) => [...inflateSync(Buffer.from(deflated))];
  return Font.create(bytes, { type: 'woff', inflate, compound2simple: true });
}

/** A font may name a letter once: what both subsets hold is taken from the first. */
function newTo(font) {
  const known = new Set(font.get().glyf.flatMap(({ unicode }) => unicode ?? []));
  return (letter) => !known.has(letter);
}

function isWanted(code) {
  return letters.includes(String.fromCodePoint(code)) || codes.includes(code);
}

function only(font, ...conditions) {
  const data = font.get();
  data.glyf = data.glyf
    .map((glyph) => ({
      ...glyph,
      unicode: (glyph.unicode ?? []).filter((letter) => conditions.every((holds) => holds(letter))),
    }))
    .filter(({ unicode }) => unicode.length > 0);
  return font;
}

/** Tinos lacks these combining marks: each has the shape of the same mark on a letter or beside it, on the middle of nothing. */
function withMarks(font, other) {
  const glyphs = font.get().glyf;
  const glyphOf = (letter) =>
    [...glyphs, ...other.get().glyf].find(({ unicode }) => unicode?.includes(letter.codePointAt(0)));
  glyphs.push(...codes.map((code, at) => markOf(code, glyphOf(Object.values(marks)[at]))));
  return font;
}

function markOf(code, model) {
  const above = model.contours.filter((contour) => Math.min(...contour.map(({ y }) => y)) > X_HEIGHT);
  const xs = above.flat().map(({ x }) => x);
  const middle = Math.round((Math.min(...xs) + Math.max(...xs)) / 2);
  const isBelow = code === MACRON_BELOW;
  const contours = above.map((contour) =>
    contour.map((point) => ({ ...point, x: point.x - middle, y: point.y + (isBelow ? BELOW : 0) })),
  );
  const [x, y] = ['x', 'y'].map((axis) => contours.flat().map((point) => point[axis]));
  const box = { xMin: Math.min(...x), xMax: Math.max(...x), yMin: Math.min(...y), yMax: Math.max(...y) };
  const name = `uni${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { name, unicode: [code], contours, ...box, advanceWidth: ADVANCE, leftSideBearing: box.xMin };
}
