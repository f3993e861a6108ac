import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { projectRoot } from '../../project';
import { trueTypeOf } from '../plain-font';

let bytes: Buffer | undefined;

/** The type of the documents, with the letters that are used. */
export function embedTinos(document: PDFDocument): Promise<PDFFont> {
  // Packed, each letter that is looked up unpacks a whole table anew: two thirds of the time of a merge.
  bytes ??= trueTypeOf(readFileSync(join(projectRoot, 'templates', 'fonts', 'tinos-400-normal.woff')));
  document.registerFontkit({ create });
  return document.embedFont(bytes, { subset: true });
}

/** Newer makers of subsets write by `encode()` alone; this one needs `encodeStream()`, which is taken where there is no other. */
function create(file: Uint8Array, name?: string) {
  const font = fontkit.create(file, name);
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    return {
      includeGlyph: (glyph) => subset.includeGlyph(glyph),
      encodeStream: () => subset.encodeStream(),
    };
  };
  return font;
}
