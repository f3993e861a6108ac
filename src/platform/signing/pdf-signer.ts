import {
  PDFArray,
  type PDFDict,
  PDFDocument,
  type PDFObject,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { SignPdf, Signer } from '@signpdf/signpdf';
import { DomainError } from '../../domain/domain-error';
import { SEAL_FIELD, SIGNATURE_FIELD, rectangleOf } from '../pdf/signature-fields';
import { type Shown, appearance } from './appearance';
import { type Holder, holderOf } from './certificate-names';
import { cmsSignature } from './cms-signature';
import type { SigningKey } from './key-file';
import { pdfTimeOf } from './pdf-time';
import { type SignatureField, signatureFields } from './pdf-fields';

interface SigningOptions {
  /** Name of an empty field; absent: `ChuKy`, else the first that is empty, else one that is not seen is added. */
  field?: string;
  /** When the signer says they sign, `2026-11-22T03:05:00.000Z`. */
  at: string;
  /** PNG of the written signature or the seal, shown in place of the words; absent: name, organisation and time. */
  image?: Uint8Array;
}

/** Hex digits that a signature with the certificates of its issuers needs at most. */
const ROOM = 2 * 16_384;
/** What the library looks for, to fill in the bytes that are signed. */
const BYTES_TO_COME = '**********';
const PRINTED_LOCKED = 132;

/**
 * The PDF with one signature more, PAdES baseline B-B. The bytes so far stay as they are and the new ones follow, so that
 * earlier signatures hold. Throws DomainError `pdf-encrypted`, `pdf-unreadable`, `signature-field-unknown` (with the
 * `fields` that are empty), `signature-field-signed`, or `signature-field-unseen` where a picture would be shown nowhere.
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SigningKey,
  { field: wanted, at, image }: SigningOptions,
): Promise<{ bytes: Uint8Array; field: string; holder: Holder }> {
  const document = await open(pdf);
  const holder = holderOf(key.certificate);
  const { ref, dict, name } = chosen(document, wanted) ?? addHidden(document);
  if (image && !isSeen(dict)) throw new DomainError('signature-field-unseen', { field: name });
  const shown = { holder, at, isSeal: name === SEAL_FIELD, image };
  await sign(document, ref, dict, shown);
  const prepared = Buffer.from(await document.commit());
  const bytes = await new SignPdf().sign(prepared, new CmsSigner(key));
  return { bytes, field: name, holder };
}

/** Makes the signature of the bytes that the library cuts out for it. */
class CmsSigner extends Signer {
  constructor(private readonly key: SigningKey) {
    super();
  }

  override sign(data: Buffer): Promise<Buffer> {
    return cmsSignature(data, this.key);
  }
}

async function open(pdf: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  } catch (error) {
    const isEncrypted = error instanceof Error && /encrypted/i.test(error.message);
    throw new DomainError(isEncrypted ? 'pdf-encrypted' : 'pdf-unreadable');
  }
}

function chosen(document: PDFDocument, wanted: string | undefined): SignatureField | undefined {
  const fields = signatureFields(document.context, document.catalog);
  const empty = fields.filter(({ value }) => value === undefined);
  if (wanted === undefined) return empty.find(({ name }) => name === SIGNATURE_FIELD) ?? empty[0];
  const found = fields.find(({ name }) => name === wanted);
  if (!found)
    throw new DomainError('signature-field-unknown', {
      field: wanted,
      fields: empty.map(({ name }) => name).join(', ') || '–',
    });
  if (found.value) throw new DomainError('signature-field-signed', { field: wanted });
  return found;
}

/** A paper from elsewhere has no field: it gets one without a place on its first page. */
function addHidden(document: PDFDocument): Omit<SignatureField, 'value'> {
  const { context, catalog } = document;
  const count = signatureFields(context, catalog).length;
  const name = count === 0 ? SIGNATURE_FIELD : `${SIGNATURE_FIELD}${count + 1}`;
  const page = document.getPage(0);
  const dict = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(name),
    F: PRINTED_LOCKED,
    P: page.ref,
    Rect: [0, 0, 0, 0],
  });
  const ref = context.register(dict);
  addAnnotation(document, ref);
  catalog.getOrCreateAcroForm().addField(ref);
  return { name, ref, dict };
}

/** By hand: the library would put the whole page in order, and what was signed would read differently. */
function addAnnotation(document: PDFDocument, ref: PDFRef): void {
  const { context } = document;
  const { node, ref: page } = document.getPage(0);
  const known = context.lookup(node.get(PDFName.of('Annots')));
  const annotations = known instanceof PDFArray ? known.asArray() : [];
  set(node, 'Annots', context.obj([...annotations, ref]));
  context.assign(page, node);
}

async function sign(document: PDFDocument, ref: PDFRef, dict: PDFDict, shown: Shown): Promise<void> {
  const { context } = document;
  set(dict, 'V', context.register(context.obj(signatureOf(shown))));
  if (isSeen(dict)) {
    const { left, bottom, right, top } = rectangleOf(dict);
    const normal = await appearance(document, { width: right - left, height: top - bottom }, shown);
    set(dict, 'AP', context.obj({ N: normal }));
  }
  const form = document.catalog.getOrCreateAcroForm().dict;
  set(form, 'SigFlags', context.obj(3));
  // Said outright: an object that is reached through another one is not always seen to have changed.
  context.assign(ref, dict);
  const formRef = context.getObjectRef(form) ?? context.getObjectRef(document.catalog);
  if (formRef) context.snapshot?.markRefForSave(formRef);
}

function isSeen(dict: PDFDict): boolean {
  const { left, bottom, right, top } = rectangleOf(dict);
  return right > left && top > bottom;
}

function signatureOf({ holder, at }: Shown) {
  return {
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, BYTES_TO_COME, BYTES_TO_COME, BYTES_TO_COME],
    Contents: PDFHexString.of('0'.repeat(ROOM)),
    M: PDFString.of(pdfTimeOf(at)),
    Name: PDFHexString.fromText(holder.name),
  };
}

function set(dict: PDFDict, key: string, value: PDFObject): void {
  dict.set(PDFName.of(key), value);
}
