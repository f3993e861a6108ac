import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PDFContentStream,
  type PDFDocument,
  type PDFFont,
  type PDFOperator,
  type PDFRef,
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  lineTo,
  moveTo,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setFontAndSize,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  showText,
  stroke,
  closePath,
} from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import { DomainError } from '../../domain/domain-error';
import { message } from '../messages/message';
import { trueTypeOf } from '../pdf/plain-font';
import { projectRoot } from '../project';
import { clockText } from '../text/vietnam-time';
import type { Holder } from './certificate-names';

/** What is seen of a signature. */
export interface Shown {
  holder: Holder;
  at: string;
  isSeal: boolean;
  image?: Uint8Array;
}

interface Size {
  width: number;
  height: number;
}

let font: Buffer | undefined;

/** The whole of it is small, and the library cannot cut pieces out of it. */
function wordsFont(): Buffer {
  font ??= trueTypeOf(readFileSync(join(projectRoot, 'templates', 'fonts', 'tinos-400-normal.woff')));
  return font;
}

const LARGEST = 10;
const SMALLEST = 5;
const LEADING = 1.2;
const PADDING = 3;
const UNDER_SEAL = (50 / 3) * (72 / 25.4);
type Colour = [red: number, green: number, blue: number];
const BLUE: Colour = [0, 0, 0.55];
const RED: Colour = [0.8, 0, 0];
const BLACK: Colour = [0, 0, 0];

/**
 * The picture of a signature for a field of this size in points: the image alone, in the middle (NĐ 30/2020, Phụ lục I:
 * chữ ký, dấu), or, where there is none, who signs and when in words. Throws DomainError `image-not-png`.
 */
export async function appearance(document: PDFDocument, size: Size, shown: Shown): Promise<PDFRef> {
  const { width, height } = size;
  const { operators, resources } = shown.image
    ? await picture(document, size, shown.image)
    : await words(document, size, shown);
  const dict = document.context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: resources,
  });
  return document.context.register(PDFContentStream.of(dict, operators));
}

async function picture(document: PDFDocument, { width, height }: Size, png: Uint8Array) {
  const image = await document.embedPng(png).catch(() => {
    throw new DomainError('image-not-png');
  });
  const { width: wide, height: high } = image.scaleToFit(width, height);
  const place = concatTransformationMatrix(wide, 0, 0, high, (width - wide) / 2, (height - high) / 2);
  return {
    operators: [pushGraphicsState(), place, drawObject('Im'), popGraphicsState()],
    resources: { XObject: { Im: image.ref } },
  };
}

async function words(document: PDFDocument, size: Size, { holder, at, isSeal }: Shown) {
  document.registerFontkit(fontkit);
  const tinos = await document.embedFont(wordsFont());
  const look = isSeal ? sealLook(size) : { room: size, colour: BLUE, framed: false };
  const { points, lines } = fitted(tinos, wordsOf(holder, at, isSeal), look.room);
  const top = size.height - (size.height - lines.length * points * LEADING) / 2;
  const written = lines.flatMap((line, at): PDFOperator[] => [
    setTextMatrix(1, 0, 0, 1, PADDING, top - points * (0.95 + at * LEADING)),
    showText(tinos.encodeText(line)),
  ]);
  const ink = setFillingRgbColor(...look.colour);
  const operators = [
    ...(look.framed ? frame(look.room) : []),
    beginText(),
    ink,
    setFontAndSize('F', points),
    ...written,
    endText(),
  ];
  return { operators, resources: { Font: { F: tinos.ref } } };
}

/** A third of a signature of 50 mm lies under the seal beside it; a low field is that of a paper that goes with another. */
function sealLook({ width, height }: Size) {
  const isLow = height < width / 2;
  return isLow
    ? { room: { width, height }, colour: BLACK, framed: false }
    : { room: { width: width - UNDER_SEAL, height }, colour: RED, framed: true };
}

function wordsOf({ name, organisation }: Holder, at: string, isSeal: boolean): string[] {
  const whose = organisation === null || organisation === name ? [] : [organisation];
  return [
    message(`signature.shown.${isSeal ? 'seal' : 'person'}`, { name }),
    ...whose.map((each) => message('signature.shown.organisation', { organisation: each })),
    message('signature.shown.time', { time: clockText(at) }),
  ];
}

/** The largest size at which all words stand inside; the smallest where none does. */
function fitted(font: PDFFont, text: string[], { width, height }: Size) {
  for (let points = LARGEST; ; points -= 0.5) {
    const lines = text.flatMap((each) => wrapped(font, points, each, width - 2 * PADDING));
    if (points <= SMALLEST || lines.length * points * LEADING <= height) return { points, lines };
  }
}

function wrapped(font: PDFFont, points: number, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && font.widthOfTextAtSize(longer, points) <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

function frame({ width, height }: Size): PDFOperator[] {
  return [
    setStrokingRgbColor(...RED),
    setLineWidth(1),
    moveTo(1, 1),
    lineTo(width - 1, 1),
    lineTo(width - 1, height - 1),
    lineTo(1, height - 1),
    closePath(),
    stroke(),
  ];
}
