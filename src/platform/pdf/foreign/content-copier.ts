import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';
import { requireModest } from './unfolding';

/** What leads out of the content of a page to other files or to the rest of the document: it stays behind. */
const LEFT_BEHIND = names(
  'AA AF EF JS OpenAction RichMediaContent RichMediaSettings Annots Alternates Parent Ref StructParent StructParents Metadata PieceInfo OPI LastModified',
);
/** A stream may name a file that its bytes are to be read from. */
const OF_OTHER_FILE = names('F FFilter FDecodeParms');
const NOT_CONTENT = names('Page Pages Catalog Filespec EmbeddedFile Action Annot');
const ACTIONS = names('JavaScript Launch URI GoTo GoToR GoToE SubmitForm ImportData Rendition Named');
const [TYPE, ACTION] = [PDFName.of('Type'), PDFName.of('S')];

/** Resources of these kinds are named as the program that wrote them pleased: `AA` may be a font. */
const NAMED_FREELY = names('ColorSpace ExtGState Font Pattern Properties Shading XObject');

/** Copies what pages are drawn with into another document, and nothing that acts. Each object is copied once. */
export class ContentCopier {
  private readonly known = new Map<PDFRef, PDFRef>();
  private bytes = 0;

  constructor(
    private readonly from: PDFContext,
    private readonly to: PDFContext,
    private readonly mostBytes: number,
  ) {}

  /** Throws PdfFailure `too-large` or `too-heavy`. */
  copy(object: PDFObject | undefined): PDFObject {
    if (object instanceof PDFRef) return this.copyRef(object);
    if (object instanceof PDFRawStream) return this.to.register(this.stream(object));
    if (object instanceof PDFDict) return this.dict(object);
    if (object instanceof PDFArray) return this.array(object);
    return object?.clone() ?? PDFNull;
  }

  /** A stream with its dictionary, not yet registered. */
  stream(stream: PDFRawStream): PDFRawStream {
    const { dict, contents } = stream;
    this.bytes += contents.length;
    if (this.bytes > this.mostBytes) throw new PdfFailure('too-large');
    requireModest(this.from, stream);
    const copied = this.dict(dict);
    for (const key of OF_OTHER_FILE) copied.delete(key);
    return PDFRawStream.of(copied, contents);
  }

  dict(dict: PDFDict): PDFDict {
    const copied = this.to.obj({});
    if (isElsewhere(dict)) return copied;
    for (const [key, value] of dict.entries())
      if (!LEFT_BEHIND.has(key))
        copied.set(key, NAMED_FREELY.has(key) ? this.named(value) : this.copy(value));
    return copied;
  }

  /** Resources of one kind by their names; what is no such dictionary is copied as anything else is. */
  private named(value: PDFObject): PDFObject {
    const resources = this.from.lookup(value);
    if (!(resources instanceof PDFDict) || isElsewhere(resources)) return this.copy(value);
    const copied = this.to.obj({});
    for (const [name, resource] of resources.entries()) copied.set(name, this.copy(resource));
    return copied;
  }

  private array(array: PDFArray): PDFArray {
    const copied = this.to.obj([]);
    for (const value of array.asArray()) copied.push(this.copy(value));
    return copied;
  }

  /** The place is taken before the content is copied: circles end. */
  private copyRef(ref: PDFRef): PDFObject {
    const known = this.known.get(ref);
    if (known) return known;
    const object = this.from.lookup(ref);
    if (!object || isElsewhere(object)) return PDFNull;
    const place = this.to.nextRef();
    this.known.set(ref, place);
    this.to.assign(place, object instanceof PDFRawStream ? this.stream(object) : this.copy(object));
    return place;
  }
}

function isElsewhere(object: PDFObject): boolean {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return false;
  const [type, action] = [dict.get(TYPE), dict.get(ACTION)];
  return (
    (type instanceof PDFName && NOT_CONTENT.has(type)) || (action instanceof PDFName && ACTIONS.has(action))
  );
}

function names(words: string): ReadonlySet<PDFName> {
  return new Set(words.split(' ').map((word) => PDFName.of(word)));
}
