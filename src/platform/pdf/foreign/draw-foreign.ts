import {
  type PDFContext,
  type PDFDocument,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { appearancesOn } from './appearances';
import type { ContentCopier } from './content-copier';
import { type Matrix, numbers, times } from './matrix';
import type { NestedForms } from './nested-forms';
import { drawingOf } from './page-content';
import type { ForeignPage } from './page-tree';
import { type Sheet, sheetsFor } from './sheet';

interface Source {
  context: PDFContext;
  copier: ContentCopier;
  /** Of the clean document. */
  nested: NestedForms;
}

interface Drawn {
  form: PDFRef;
  matrix: Matrix;
}

/** Draws a page as it is seen, turned upright, on one sheet or several. */
export function drawForeign(clean: PDFDocument, page: ForeignPage, source: Source): void {
  const parts = [contentOf(clean, page, source), ...looksOf(clean, page, source)].filter((each) => !!each);
  for (const { form } of parts) {
    const drawing = clean.context.lookup(form);
    if (drawing instanceof PDFRawStream) source.nested.require(drawing);
  }
  const unit = source.context.lookup(page.dict.get(PDFName.of('UserUnit')));
  const size = uprightSize(page, unit instanceof PDFNumber ? unit.asNumber() : 1);
  for (const sheet of sheetsFor(size.width, size.height)) {
    const upright = uprightMatrix(page, size.unit);
    addSheet(
      clean,
      sheet,
      times(upright, [sheet.scale, 0, 0, sheet.scale, sheet.x, sheet.y]),
      parts,
      page.box,
    );
  }
}

/** The drawing of the page itself; undefined for an empty page. */
function contentOf(clean: PDFDocument, page: ForeignPage, { context, copier }: Source): Drawn | undefined {
  const drawing = drawingOf(context, page.dict.get(PDFName.of('Contents')));
  if (drawing instanceof Buffer && drawing.length === 0) return undefined;
  const stream =
    drawing instanceof PDFRawStream ? copier.stream(drawing) : clean.context.flateStream(drawing);
  const resources = context.lookup(page.resources);
  const group = context.lookup(page.dict.get(PDFName.of('Group')));
  const box = clean.context.obj(page.box);
  setAll(stream.dict, {
    Type: PDFName.of('XObject'),
    Subtype: PDFName.of('Form'),
    BBox: box,
    Resources: resources instanceof PDFDict ? copier.dict(resources) : clean.context.obj({}),
    Group: group instanceof PDFDict ? copier.dict(group) : undefined,
  });
  stream.dict.delete(PDFName.of('Matrix'));
  return { form: clean.context.register(stream), matrix: [1, 0, 0, 1, 0, 0] };
}

function looksOf(clean: PDFDocument, page: ForeignPage, { context, copier }: Source): Drawn[] {
  return appearancesOn(context, page).map(({ stream, matrix }) => {
    const copied = copier.stream(stream);
    setAll(copied.dict, { Type: PDFName.of('XObject'), Subtype: PDFName.of('Form') });
    return { form: clean.context.register(copied), matrix };
  });
}

function setAll(dict: PDFDict, entries: Record<string, PDFObject | undefined>): void {
  for (const [key, value] of Object.entries(entries)) if (value) dict.set(PDFName.of(key), value);
}

function addSheet(
  clean: PDFDocument,
  sheet: Sheet,
  toSheet: Matrix,
  parts: readonly Drawn[],
  [left, bottom, right, top]: ForeignPage['box'],
): void {
  const page = clean.addPage([sheet.width, sheet.height]);
  const forms = clean.context.obj(Object.fromEntries(parts.map(({ form }, at) => [`P${at}`, form])));
  page.node.set(PDFName.of('Resources'), clean.context.obj({ XObject: forms }));
  const { x, y, width, height } = sheet.clip;
  const lines = [
    `q ${numbers([x, y, width, height])} re W n`,
    `${numbers(toSheet)} cm`,
    `${numbers([left, bottom, right - left, top - bottom])} re W n`,
    ...parts.map(({ matrix }, at) => `q ${numbers(matrix)} cm /P${at} Do Q`),
    'Q',
  ];
  const content = clean.context.flateStream(Buffer.from(lines.join('\n'), 'latin1'));
  page.node.set(PDFName.of('Contents'), clean.context.register(content));
}

/** Size as it is seen, in points. */
function uprightSize({ box: [left, bottom, right, top], turned }: ForeignPage, userUnit: number) {
  const unit = userUnit > 0 && userUnit <= 75_000 ? userUnit : 1;
  const [width, height] = [(right - left) * unit, (top - bottom) * unit];
  return turned % 180 === 0 ? { width, height, unit } : { width: height, height: width, unit };
}

/** From the page's own space to one with the seen page's left lower corner at 0, 0. */
function uprightMatrix({ box: [left, bottom, right, top], turned }: ForeignPage, unit: number): Matrix {
  const turns: Record<number, Matrix> = {
    90: [0, -1, 1, 0, -bottom, right],
    180: [-1, 0, 0, -1, right, top],
    270: [0, 1, -1, 0, top, -left],
  };
  const turn = turns[turned] ?? [1, 0, 0, 1, -left, -bottom];
  return times(turn, [unit, 0, 0, unit, 0, 0]);
}
