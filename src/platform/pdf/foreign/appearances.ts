import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import type { Matrix } from './matrix';
import { type ForeignPage, numbersOf, rectangle } from './page-tree';

/** How something that lay on a page looked: a drawing, and where it stands. */
interface Appearance {
  stream: PDFRawStream;
  /** From the drawing to the page. */
  matrix: Matrix;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const [HIDDEN, NO_VIEW] = [2, 32];
const MOST = 2_000;

/**
 * What form fields, stamps and visible signatures show. They are drawn onto the page, and what they could do stays behind
 * (ISO 32000-1, 12.5.5).
 */
export function appearancesOn(context: PDFContext, { dict }: ForeignPage): Appearance[] {
  const annotations = context.lookup(dict.get(PDFName.of('Annots')));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations
    .asArray()
    .slice(0, MOST)
    .flatMap((each) => {
      const annotation = context.lookup(each);
      return annotation instanceof PDFDict ? (appearance(context, annotation) ?? []) : [];
    });
}

function appearance(context: PDFContext, annotation: PDFDict): Appearance | undefined {
  const flags = context.lookup(annotation.get(PDFName.of('F')));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const isPopup = context.lookup(annotation.get(PDFName.of('Subtype'))) === PDFName.of('Popup');
  if (isPopup || (bits & (HIDDEN | NO_VIEW)) !== 0) return undefined;
  const stream = normalAppearance(context, annotation);
  const place = rectangle(context, annotation.get(PDFName.of('Rect')));
  const box = stream && rectangle(context, stream.dict.get(PDFName.of('BBox')));
  if (!stream || !place || !box) return undefined;
  return { stream, matrix: fitted(transformed(box, matrixOf(context, stream)), place) };
}

/** Of a field with several looks, the one that its state names. */
function normalAppearance(context: PDFContext, annotation: PDFDict): PDFRawStream | undefined {
  const looks = context.lookup(annotation.get(PDFName.of('AP')));
  const normal = looks instanceof PDFDict ? context.lookup(looks.get(PDFName.of('N'))) : undefined;
  if (normal instanceof PDFRawStream) return normal;
  const state = context.lookup(annotation.get(PDFName.of('AS')));
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  const shown = context.lookup(normal.get(state));
  return shown instanceof PDFRawStream ? shown : undefined;
}

function matrixOf(context: PDFContext, { dict }: PDFRawStream): Matrix {
  const array = context.lookup(dict.get(PDFName.of('Matrix')));
  const numbers = array instanceof PDFArray ? numbersOf(context, array) : [];
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as Matrix) : IDENTITY;
}

type Box = [number, number, number, number];

/** The upright box around a box that was moved by a matrix. */
function transformed([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function fitted(box: Box, place: Box): Matrix {
  const x = (place[2] - place[0]) / Math.max(box[2] - box[0], 1e-6);
  const y = (place[3] - place[1]) / Math.max(box[3] - box[1], 1e-6);
  return [x, 0, 0, y, place[0] - box[0] * x, place[1] - box[1] * y];
}
