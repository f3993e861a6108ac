import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A place of a form that a signature goes to. */
export interface SignatureField {
  name: string;
  ref: PDFRef;
  dict: PDFDict;
  /** The signature; undefined while the field is empty. */
  value: PDFDict | undefined;
}

/** Deeper forms are not made by programs. */
const DEEPEST = 20;

/** The signature fields of the form of a document, in its order; those of pages that the form does not name are none. */
export function signatureFields(context: PDFContext, catalog: PDFDict): SignatureField[] {
  const form = dictAt(context, catalog, 'AcroForm');
  return form ? fieldsIn(context, form, 'Fields', { names: [], type: undefined, seen: new Set() }) : [];
}

interface Above {
  names: string[];
  /** A field has the type of the one that it is a part of. */
  type: PDFObject | undefined;
  seen: Set<PDFRef>;
}

function fieldsIn(context: PDFContext, parent: PDFDict, key: string, above: Above): SignatureField[] {
  const items = context.lookup(parent.get(PDFName.of(key)));
  if (!(items instanceof PDFArray) || above.names.length > DEEPEST) return [];
  return items.asArray().flatMap((ref) => {
    const dict = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict) || above.seen.has(ref)) return [];
    above.seen.add(ref);
    const type = context.lookup(dict.get(PDFName.of('FT'))) ?? above.type;
    const names = [...above.names, ...nameOf(context, dict)];
    const inside = fieldsIn(context, dict, 'Kids', { names, type, seen: above.seen });
    if (inside.length > 0 || type !== PDFName.of('Sig') || names.length === 0) return inside;
    return [{ name: names.join('.'), ref, dict, value: dictAt(context, dict, 'V') }];
  });
}

function nameOf(context: PDFContext, dict: PDFDict): string[] {
  const text = textAt(context, dict, 'T');
  return text === undefined ? [] : [text];
}

export function dictAt(context: PDFContext, dict: PDFDict, key: string): PDFDict | undefined {
  const value = context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFDict ? value : undefined;
}

export function textAt(context: PDFContext, dict: PDFDict, key: string): string | undefined {
  const value = context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
