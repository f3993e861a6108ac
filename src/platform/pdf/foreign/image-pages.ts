import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';
import type { CleanPages } from './clean-pdf';
import { type ImageHead, imageHead } from './image-head';
import { type Matrix, numbers, times } from './matrix';
import { type Sheet, sheetsFor } from './sheet';

/** As for uploads: a scan of A3 at 600 dpi is 9,921 × 7,016. */
const LONGEST_SIDE = 20_000;
/** A JPEG goes in as it is; a PNG has to be unpacked, four bytes a point. */
const MOST_POINTS = { jpeg: 100_000_000, png: 40_000_000 };
/** Points of a page for each point of a picture, so that a small picture stays small: 96 to the inch. */
const NATURAL = 0.75;

/**
 * A picture on A4 with its proportions, the way the camera was held. Throws PdfFailure `image-too-large` before anything
 * is unpacked, or `broken`.
 */
export async function imagePages(bytes: Uint8Array, type: 'png' | 'jpeg'): Promise<CleanPages> {
  const head = imageHead(bytes, type);
  requireModest(head, type);
  const clean = await PDFDocument.create({ updateMetadata: false });
  const { ref } = await (type === 'png' ? clean.embedPng(bytes) : clean.embedJpg(bytes));
  const { width, height } = head.orientation > 4 ? { width: head.height, height: head.width } : head;
  for (const sheet of sheetsFor(width * NATURAL, height * NATURAL)) {
    const page = clean.addPage([sheet.width, sheet.height]);
    const resources = clean.context.obj({ XObject: { P0: ref } });
    page.node.set(PDFName.of('Resources'), resources);
    const content = clean.context.flateStream(Buffer.from(drawing(sheet, head), 'latin1'));
    page.node.set(PDFName.of('Contents'), clean.context.register(content));
  }
  const pdf = await clean.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { pdf, pages: clean.getPageCount(), left: [] };
}

function requireModest({ width, height }: ImageHead, type: 'png' | 'jpeg'): void {
  if (width === 0 || height === 0) throw new PdfFailure('broken');
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_POINTS[type])
    throw new PdfFailure('image-too-large', { width, height });
}

/** Of the unit square that a picture is drawn on, by EXIF orientation. */
const UPRIGHT: Record<number, Matrix> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

function drawing({ scale, x, y, clip }: Sheet, { width, height, orientation }: ImageHead): string {
  const turned = orientation > 4;
  const [wide, high] = [(turned ? height : width) * NATURAL, (turned ? width : height) * NATURAL];
  const place = times(UPRIGHT[orientation] ?? [1, 0, 0, 1, 0, 0], [wide * scale, 0, 0, high * scale, x, y]);
  return `q ${numbers([clip.x, clip.y, clip.width, clip.height])} re W n ${numbers(place)} cm /P0 Do Q`;
}
