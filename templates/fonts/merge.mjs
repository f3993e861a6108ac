// Puts the Latin and the Vietnamese letters of Tinos, which the package ships as two fonts, into one font for each style,
// with the letters of the other languages of the country (Ê Đê, Gia Rai, Ba Na, Cơ Ho …: minority-letters.json).
// Chromium sets a Vietnamese word out of two fonts in pieces, and the text of the PDF then falls into pieces too.
// Signs that offices write (≥, →, ✓ …: symbols.json) come from the whole Tinos, and those that it lacks from Noto.
// Run after an update of @fontsource/tinos, with the packages of the signs beside it for the moment:
//   npm install --no-save @expo-google-fonts/tinos @fontsource/noto-sans-symbols-2 @fontsource/noto-sans-math
//   node templates/fonts/merge.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { Font } from 'fonteditor-core';

const here = dirname(fileURLToPath(import.meta.url));
const packages = process.argv[2] ?? join(here, '../../node_modules');
const symbols = JSON.parse(await readFile(join(here, 'symbols.json'), 'utf8'));
const { letters, marks } = JSON.parse(await readFile(join(here, 'minority-letters.json'), 'utf8'));
const codes = Object.keys(marks).map((code) => parseInt(code, 16));
/** Units an em. */
const [TINOS_EM, NOTO_EM] = [2048, 1000];
const WHOLE = {
  '400-normal': '400Regular/Tinos_400Regular',
  '400-italic': '400Regular_Italic/Tinos_400Regular_Italic',
  '700-normal': '700Bold/Tinos_700Bold',
  '700-italic': '700Bold_Italic/Tinos_700Bold_Italic',
};
/** In units of Tinos, as all that follows. */
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
  const signs = only(await wholeTinos(style), newTo(merged), isIn(symbols.tinos));
  merged.merge(signs, { scale: 1 });
  // Spaces of other widths: what has no outline is not merged.
  merged.get().glyf.push(...signs.get().glyf.filter(({ contours }) => !contours?.length));
  for (const name of ['symbols-2-symbols', 'math-latin']) {
    merged.merge(only(await noto(name), newTo(merged), isIn(symbols.noto)), { scale: TINOS_EM / NOTO_EM });
  }
  const deflate = (bytes) => [...deflateSync(Buffer.from(bytes), { level: 9 })];
  await writeFile(join(here, `tinos-${style}.woff`), merged.write({ type: 'woff', toBuffer: true, deflate }));
}

function readFont(subset, style) {
  return read(`@fontsource/tinos/files/tinos-${subset}-${style}.woff`, 'woff');
}

function wholeTinos(style) {
  return read(`@expo-google-fonts/tinos/${WHOLE[style]}.ttf`, 'ttf');
}

/** In one style alone: a sign is the same in all of them. */
function noto(name) {
  const family = name.replace(/-[a-z]+$/, '');
  return read(`@fontsource/noto-sans-${family}/files/noto-sans-${name}-400-normal.woff`, 'woff');
}

async function read(file, type) {
  const inflate = (deflated) => [...inflateSync(Buffer.from(deflated))];
  return Font.create(await readFile(join(packages, file)), { type, inflate, compound2simple: true });
}

/** A font may name a letter once: what both subsets hold is taken from the first. */
function newTo(font) {
  const known = new Set(font.get().glyf.flatMap(({ unicode }) => unicode ?? []));
  return (letter) => !known.has(letter);
}

function isIn(signs) {
  return (code) => signs.includes(String.fromCodePoint(code));
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
