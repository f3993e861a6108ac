import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { type SignatureField, dictAt, signatureFields } from './pdf-fields';
import type { Revision } from './pdf-revision';

/** What later signatures may touch of a signed state. */
export interface LaterFields {
  /** Stood there empty: what signing writes into them is no change, all else of them is. */
  filled: ReadonlySet<PDFRef>;
  /** Came since: unseen, within a place that was kept for a signature, or a seal of the usual size beside the name of its signer. */
  added: ReadonlySet<PDFRef>;
}

/** `signed` are the fields that hold a signature in the last state, each of which is whole. */
export function laterFields(then: Revision, last: Revision, signed: ReadonlySet<PDFRef>): LaterFields {
  const before = new Map(signatureFields(then.context, then.catalog).map((field) => [field.ref, field]));
  const kept = placesOf(then, [...before.values()]);
  const pages = pagesOf(last);
  const isAdded = (field: SignatureField) =>
    then.context.lookup(field.ref) === undefined &&
    (signed.has(field.ref) || isEmpty(last, field)) &&
    isWidgetAlone(field) &&
    (coversNothing(field, pages.get(field.ref) ?? [], kept) ||
      (signed.has(field.ref) && isOfSealSize(field)));
  const fields = signatureFields(last.context, last.catalog);
  return {
    filled: refsOf(
      fields.filter((field) => signed.has(field.ref) && isSameButFilled(before.get(field.ref), field)),
    ),
    added: refsOf(fields.filter(isAdded)),
  };
}

function refsOf(fields: readonly SignatureField[]): Set<PDFRef> {
  return new Set(fields.map(({ ref }) => ref));
}

function isEmpty({ context }: Revision, { value, dict }: SignatureField): boolean {
  return !value && !dictAt(context, dict, 'AP');
}

/** To be printed, locked, its content locked: what signing may set. Other flags say how it is shown. */
const SIGNING_FLAGS = 4 | 128 | 512;

function isSameButFilled(before: SignatureField | undefined, { dict }: SignatureField): boolean {
  return before !== undefined && !before.value && viewFlags(before.dict) === viewFlags(dict);
}

function viewFlags(dict: PDFDict): number {
  const flags = dict.context.lookup(dict.get(PDFName.of('F')));
  return (flags instanceof PDFNumber ? flags.asNumber() : 0) & ~SIGNING_FLAGS;
}

/** What the place of a signature holds. A page or a note that calls itself one holds more, or is of another kind. */
const OF_A_WIDGET = new Set(
  'Type Subtype FT T TU TM F Ff P Rect V AP AS Parent MK BS Border DA Q SV Lock StructParent M NM'.split(' '),
);

function isWidgetAlone({ dict }: SignatureField): boolean {
  return (
    dict.get(PDFName.of('Subtype')) === PDFName.of('Widget') &&
    dict.keys().every((key) => OF_A_WIDGET.has(key.decodeText()))
  );
}

interface Place {
  page: PDFRef;
  rect: Rect;
}

function coversNothing({ dict }: SignatureField, pages: readonly PDFRef[], kept: readonly Place[]): boolean {
  const rect = rectOf(dict);
  if (!rect) return false;
  if (rect.left === rect.right || rect.bottom === rect.top) return true;
  const isKept = (page: PDFRef) => kept.some((place) => place.page === page && isWithin(rect, place.rect));
  return pages.length > 0 && pages.every(isKept);
}

/**
 * Programs put the picture of a seal where their user draws it, by rule over a third of the signature (NĐ 30/2020, Phụ lục I):
 * whoever sealed is named beside it. What is larger than any seal with its text could be there to cover something. Points.
 */
const LARGEST_SEAL = { width: 283, height: 198 };

function isOfSealSize({ dict }: SignatureField): boolean {
  const rect = rectOf(dict);
  return (
    rect !== undefined &&
    rect.right - rect.left <= LARGEST_SEAL.width &&
    rect.top - rect.bottom <= LARGEST_SEAL.height
  );
}

/** Where the empty fields are seen. */
function placesOf(revision: Revision, fields: readonly SignatureField[]): Place[] {
  const pages = pagesOf(revision);
  return fields.flatMap(({ ref, dict, value }) => {
    const rect = rectOf(dict);
    if (value || !rect) return [];
    return (pages.get(ref) ?? []).map((page) => ({ page, rect }));
  });
}

/** The pages on which each annotation is shown: what an annotation says of its page itself is not looked at by readers. */
function pagesOf({ context }: Revision): Map<PDFRef, PDFRef[]> {
  const pages = new Map<PDFRef, PDFRef[]>();
  for (const [page, object] of context.enumerateIndirectObjects()) {
    const annotations =
      object instanceof PDFDict ? context.lookup(object.get(PDFName.of('Annots'))) : undefined;
    if (!(annotations instanceof PDFArray)) continue;
    for (const ref of annotations.asArray())
      if (ref instanceof PDFRef) {
        const known = pages.get(ref);
        if (known) known.push(page);
        else pages.set(ref, [page]);
      }
  }
  return pages;
}

interface Rect {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Undefined where it is not four numbers. */
function rectOf(dict: PDFDict): Rect | undefined {
  const corners = dict.context.lookup(dict.get(PDFName.of('Rect')));
  if (!(corners instanceof PDFArray)) return undefined;
  const numbers = corners.asArray().map((each) => dict.context.lookup(each));
  if (numbers.length !== 4 || !numbers.every((each) => each instanceof PDFNumber)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map((each) => each.asNumber());
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

/** Programs round by fractions of a point. */
const ROUNDING = 1;

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left - ROUNDING &&
    inner.bottom >= outer.bottom - ROUNDING &&
    inner.right <= outer.right + ROUNDING &&
    inner.top <= outer.top + ROUNDING
  );
}
