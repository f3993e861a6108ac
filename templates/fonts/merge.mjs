// Puts the Latin and the Vietnamese letters of Tinos, which the package ships as two fonts, into one font for each style.
// Chromium sets a Vietnamese word out of two fonts in pieces, and the text of the PDF then falls into pieces too.
// Run after an update of @fontsource/tinos: node templates/fonts/merge.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { Font } from 'fonteditor-core';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '../../node_modules/@fontsource/tinos/files');

for (const style of ['400-normal', '400-italic', '700-normal', '700-italic']) {
  const merged = await readFont('latin', style);
  const known = new Set(lettersOf(merged));
  merged.merge(onlyNew(await readFont('vietnamese', style), known), { scale: 1 });
  const deflate = (bytes) => [...deflateSync(Buffer.from(bytes), { level: 9 })];
  await writeFile(join(here, `tinos-${style}.woff`), merged.write({ type: 'woff', toBuffer: true, deflate }));
}

async function readFont(subset, style) {
  const bytes = await readFile(join(source, `tinos-${subset}-${style}.woff`));
  const inflate = (deflated) => [...inflateSync(Buffer.from(deflated))];
  return Font.create(bytes, { type: 'woff', inflate, compound2simple: true });
}

function lettersOf(font) {
  return font.get().glyf.flatMap(({ unicode }) => unicode ?? []);
}

/** A font may name a letter once: what both subsets hold is taken from the first. */
function onlyNew(font, known) {
  const data = font.get();
  data.glyf = data.glyf
    .map((glyph) => ({ ...glyph, unicode: (glyph.unicode ?? []).filter((letter) => !known.has(letter)) }))
    .filter(({ unicode }) => unicode.length > 0);
  return font;
}
