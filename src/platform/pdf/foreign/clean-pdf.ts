import { EncryptedPDFError, ParseSpeeds, PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { PdfFailure } from '../pdf-failure';
import { type ActivePart, activePartsOf } from './active-parts';
import { ContentCopier } from './content-copier';
import { drawForeign } from './draw-foreign';
import { NestedForms } from './nested-forms';
import { pagesOf } from './page-tree';

export interface Limits {
  pages: number;
  /** Of all that the pages are drawn with, packed. */
  bytes: number;
}

/** Pages of A4 with nothing on them but what could be seen. */
export interface CleanPages {
  pdf: Uint8Array;
  pages: number;
  /** What was left behind. */
  left: ActivePart[];
}

/**
 * The pages of a PDF that somebody sent, redrawn on A4: no script, action, form, link, attachment or metadata comes along.
 * Throws PdfFailure. It may take long or much memory: it belongs into a process of its own.
 */
export async function cleanPdf(bytes: Uint8Array, limits: Limits): Promise<CleanPages> {
  if (bytes.length > limits.bytes) throw new PdfFailure('too-large');
  const foreign = await opened(bytes);
  requirePages(foreign);
  const { context, catalog } = foreign;
  const pages = pagesOf(context, catalog.get(PDFName.of('Pages')), limits.pages);
  const clean = await PDFDocument.create({ updateMetadata: false });
  const copier = new ContentCopier(context, clean.context, limits.bytes);
  const nested = new NestedForms(clean.context);
  for (const page of pages) drawForeign(clean, page, { context, copier, nested });
  const pdf = await clean.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { pdf, pages: clean.getPageCount(), left: activePartsOf(foreign) };
}

/** Many files are locked against changes only: anybody may open them, with an empty password. */
async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await load(bytes);
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw error;
    return load(bytes, '').catch(() => {
      throw new PdfFailure('needs-password');
    });
  }
}

async function load(bytes: Uint8Array, password?: string): Promise<PDFDocument> {
  const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, capNumbers: true };
  const loaded = await PDFDocument.load(bytes, { ...options, password });
  if (loaded.catalog instanceof PDFDict) return loaded;
  throw new PdfFailure('broken');
}

/** A dynamic XFA form has no pages before its own program has made them. */
function requirePages({ catalog, context }: PDFDocument): void {
  const form = context.lookup(catalog.get(PDFName.of('AcroForm')));
  const rendering = context.lookup(catalog.get(PDFName.of('NeedsRendering')));
  if (form instanceof PDFDict && form.has(PDFName.of('XFA')) && rendering === PDFBool.True)
    throw new PdfFailure('form-without-pages');
}
