import { constants, inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFRawStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';

/** What a thick drawing takes; ten forms that draw each other ten times, ten levels deep, take ten thousand million. */
const MOST_DRAWN = 100_000;
/** A drawing that unfolds further takes a viewer minutes; pictures are bounded by their size. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PACKED = 16 * 1024 * 1024;

const FLATE = PDFName.of('FlateDecode');

/**
 * Refuses drawings that draw each other over and over: small in a file, endless for whoever opens the page. As often as
 * content says `Do`, its heaviest form is counted, so that no way of writing a name hides one. Throws PdfFailure `too-heavy`.
 */
export class NestedForms {
  private readonly known = new Map<PDFRawStream, number>();
  private readonly open = new Set<PDFRawStream>();

  constructor(private readonly context: PDFContext) {}

  require(form: PDFRawStream): void {
    if (this.drawn(form) > MOST_DRAWN) throw new PdfFailure('too-heavy');
  }

  /** How many forms are drawn by drawing this one. A circle is broken by viewers too. */
  private drawn(form: PDFRawStream): number {
    const known = this.known.get(form);
    if (known !== undefined) return known;
    if (this.open.has(form)) return 0;
    this.open.add(form);
    const uses = (contentOf(this.context, form).match(/Do(?![A-Za-z0-9])/g) ?? []).length;
    const heaviest = this.formsIn(form).reduce((most, inner) => Math.max(most, this.drawn(inner)), 0);
    this.open.delete(form);
    const count = 1 + Math.min(uses * heaviest, MOST_DRAWN);
    this.known.set(form, count);
    return count;
  }

  private formsIn({ dict }: PDFRawStream): PDFRawStream[] {
    const resources = this.context.lookup(dict.get(PDFName.of('Resources')));
    const named = resources instanceof PDFDict && this.context.lookup(resources.get(PDFName.of('XObject')));
    if (!(named instanceof PDFDict)) return [];
    return named
      .values()
      .map((each) => this.context.lookup(each))
      .filter((each) => each instanceof PDFRawStream)
      .filter((each) => this.context.lookup(each.dict.get(PDFName.of('Subtype'))) !== PDFName.of('Image'));
  }
}

/** What can be read of it: a viewer shows no more. */
function contentOf(context: PDFContext, stream: PDFRawStream): string {
  const filter = context.lookup(stream.dict.get(PDFName.of('Filter')));
  const only = filter instanceof PDFArray && filter.size() === 1 ? context.lookup(filter.get(0)) : filter;
  const isPlain = only === FLATE && !stream.dict.has(PDFName.of('DecodeParms'));
  if (!isPlain && stream.contents.length > MOST_PACKED) throw new PdfFailure('too-heavy');
  try {
    if (isPlain)
      return inflateSync(stream.contents, {
        maxOutputLength: MOST_BYTES,
        finishFlush: constants.Z_SYNC_FLUSH,
      }).toString('latin1');
    const bytes = only ? decodePDFRawStream(stream).decode() : stream.contents;
    return Buffer.from(bytes).toString('latin1');
  } catch (error) {
    if (error instanceof RangeError) throw new PdfFailure('too-heavy');
    return '';
  }
}
