import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { openKeyFile } from '../../../src/platform/signing/key-file';
import { signPdf } from '../../../src/platform/signing/pdf-signer';
import { verifySignatures } from '../../../src/platform/signing/verify-pdf';
import { AT, PASSWORD, type TestKey } from './keys';

/** A small paper with the empty fields `ChuKy` and `ConDau` on its first page. */
export async function paper(text = 'To trinh', pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595, 842]);
  for (let more = 1; more < pages; more += 1) document.addPage([595, 842]);
  page.drawText(text, { x: 90, y: 700 });
  const { context } = document;
  const widget = (name: string, Rect: number[]) => {
    const about = { Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText(name), Rect };
    const ref = context.register(context.obj({ ...about, F: 4, P: page.ref }));
    page.node.addAnnot(ref);
    return ref;
  };
  const fields = [widget('ChuKy', [360, 400, 500, 462]), widget('ConDau', [300, 380, 402, 482])];
  const form = context.register(context.obj({ Fields: fields, SigFlags: 1 }));
  document.catalog.set(PDFName.of('AcroForm'), form);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

export async function signed(pdf: Uint8Array, key: TestKey, field?: string, at = AT): Promise<Buffer> {
  const open = await openKeyFile(key.file, PASSWORD);
  const { bytes } = await signPdf(pdf, open, { at, ...(field !== undefined && { field }) });
  return Buffer.from(bytes);
}

export const verdicts = async (pdf: Uint8Array) =>
  (await verifySignatures(pdf)).signatures.map(({ field, flaw, after }) => [field, flaw, after]);

/** Changes the document by an update behind it, as editors of PDF do. */
export async function updated(pdf: Uint8Array, change: (document: PDFDocument) => void): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  change(document);
  return Buffer.from(await document.commit());
}
