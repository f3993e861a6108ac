import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';

/** A page of a foreign document with what it takes over from the nodes above it. */
export interface ForeignPage {
  dict: PDFDict;
  resources: PDFObject | undefined;
  /** Left, bottom, right, top. */
  box: [number, number, number, number];
  /** Clockwise, in degrees: 0, 90, 180 or 270. */
  turned: number;
}

const KEYS = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
const DEEPEST = 200;

type Inherited = Partial<Record<(typeof KEYS)[number], PDFObject>>;

/**
 * The pages of a document in their order. A tree that leads in circles shows each page once. Throws PdfFailure
 * `too-many-pages`, `without-pages` or `broken`.
 */
export function pagesOf(context: PDFContext, root: PDFObject | undefined, most: number): ForeignPage[] {
  const pages: ForeignPage[] = [];
  const seen = new Set<PDFObject>();
  const walk = (node: PDFObject | undefined, above: Inherited, depth: number): void => {
    if (node instanceof PDFRef && seen.has(node)) return;
    if (node instanceof PDFRef) seen.add(node);
    const dict = context.lookup(node);
    if (!(dict instanceof PDFDict) || depth > DEEPEST) return;
    const here = inherited(dict, above);
    const kids = context.lookup(dict.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) {
      for (const kid of kids.asArray()) walk(kid, here, depth + 1);
      return;
    }
    if (pages.length === most) throw new PdfFailure('too-many-pages', { most });
    pages.push(pageOf(context, dict, here));
  };
  walk(root, {}, 0);
  if (pages.length === 0) throw new PdfFailure('without-pages');
  return pages;
}

function inherited(dict: PDFDict, above: Inherited): Inherited {
  const here = { ...above };
  for (const key of KEYS) {
    const value = dict.get(PDFName.of(key));
    if (value) here[key] = value;
  }
  return here;
}

function pageOf(context: PDFContext, dict: PDFDict, here: Inherited): ForeignPage {
  const rotate = context.lookup(here.Rotate);
  const degrees = rotate instanceof PDFNumber ? rotate.asNumber() : 0;
  return {
    dict,
    resources: here.Resources,
    box: rectangle(context, here.CropBox) ?? rectangle(context, here.MediaBox) ?? [0, 0, 595.28, 841.89],
    turned: (((Math.round(degrees / 90) * 90) % 360) + 360) % 360 || 0,
  };
}

/** Undefined for what is no rectangle that anything can be seen in. */
export function rectangle(
  context: PDFContext,
  object: PDFObject | undefined,
): [number, number, number, number] | undefined {
  const array = context.lookup(object);
  if (!(array instanceof PDFArray) || array.size() < 4) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbersOf(context, array);
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
  const isSeen = box.every(Number.isFinite) && box[2] - box[0] >= 1 && box[3] - box[1] >= 1;
  return isSeen ? [...box] : undefined;
}

export function numbersOf(context: PDFContext, array: PDFArray): number[] {
  return array.asArray().map((each) => {
    const number = context.lookup(each);
    return number instanceof PDFNumber ? number.asNumber() : NaN;
  });
}
