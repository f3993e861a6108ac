import { PDFName } from '@cantoo/pdf-lib';
import type { Certificate } from 'pkijs';
import { isWhole, signedBytes } from './byte-range';
import { holderOf, issuerOf } from './certificate-names';
import { type CmsCheck, type Flaw, checkCms } from './cms-check';
import { contentDigest } from './content-digest';
import { laterFields } from './later-fields';
import { type SignatureField, signatureFields, textAt } from './pdf-fields';
import { type PdfFile, type Revision, pdfFile, readRevision } from './pdf-revision';
import { instantOf } from './pdf-time';
import { isTrusted } from './trust';
import { UnreadablePdf } from './unreadable-pdf';

/** One signature of a PDF, and what is to be thought of it. Plain values. */
export interface PdfSignature {
  field: string;
  /** A time stamp of a service speaks for the moment, not for a person. */
  kind: 'signature' | 'timestamp';
  signer: string;
  organisation: string | null;
  issuer: string;
  serial: string;
  /** When the signer says they signed, by the clock of their machine; null where they do not say. */
  claimedAt: string | null;
  /** Why it does not hold; null: it was made with the key of this certificate, over these very bytes. */
  flaw: Flaw | 'byte-range' | null;
  /** After it: nothing, further signatures only, or something that changes the document. */
  after: 'nothing' | 'signatures' | 'changes';
  /** Whether the certificate was in force at that time. */
  certificate: 'in-force' | 'not-yet' | 'expired' | 'unknown';
  validFrom: string | null;
  validTo: string | null;
  trust: 'trusted' | 'untrusted' | 'unchecked';
}

/** The signatures of a PDF in the order in which they were made, and the fields that are empty. */
export interface SignatureReport {
  signatures: PdfSignature[];
  emptyFields: string[];
}

interface Checked {
  field: SignatureField;
  end: number;
  check: CmsCheck;
  flaw: PdfSignature['flaw'];
  kind: PdfSignature['kind'];
}

/** Each is compared with the whole file. */
const MOST_SIGNATURES = 50;

/**
 * Looks at every signature of a PDF. The certificates trusted by whoever asks are optional: without them nothing is said
 * of the issuers. Whether a certificate was revoked is not asked: that needs the network. Throws UnreadablePdf.
 */
export async function verifySignatures(
  pdf: Uint8Array,
  { trusted }: { trusted?: readonly Certificate[] } = {},
): Promise<SignatureReport> {
  const file = pdfFile(pdf);
  const last = readRevision(file);
  const fields = signatureFields(last.context, last.catalog);
  const checked: Checked[] = [];
  const signed = fields.filter(({ value }) => value);
  if (signed.length > MOST_SIGNATURES) throw new UnreadablePdf('signatures');
  for (const field of signed) checked.push(await check(file, field));
  const inOrder = checked.toSorted((a, b) => a.end - b.end);
  const signatures: PdfSignature[] = [];
  for (const each of inOrder) signatures.push(await told(each, after(file, last, inOrder, each), trusted));
  return { signatures, emptyFields: fields.filter(({ value }) => !value).map(({ name }) => name) };
}

async function check(file: PdfFile, field: SignatureField): Promise<Checked> {
  const value = field.value ?? field.dict;
  const filter = value.lookup(PDFName.of('SubFilter'));
  const isTimestamp = filter === PDFName.of('ETSI.RFC3161');
  const kind = isTimestamp ? 'timestamp' : 'signature';
  const bytes = signedBytes(file, value);
  if (!bytes) return { field, kind, end: 0, check: { flaw: null, others: [] }, flaw: 'byte-range' };
  const found = await checkCms(bytes.signature, bytes.data, isTimestamp);
  const isKnown = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'].some((name) => filter === PDFName.of(name));
  const flaw = found.flaw ?? (isKnown || isTimestamp ? null : 'weak-or-unknown');
  return { field, kind, end: bytes.end, check: found, flaw };
}

/** What came behind a signature: the state that it was made on is compared with the one that is shown now. */
function after(
  file: PdfFile,
  last: Revision,
  all: readonly Checked[],
  { end, flaw }: Checked,
): PdfSignature['after'] {
  if (flaw !== null) return 'changes';
  if (isWhole(file, end)) return 'nothing';
  const then = readRevision(file, end);
  const signed = new Set(all.filter(({ flaw }) => flaw === null).map(({ field }) => field.ref));
  const later = laterFields(then, last, signed);
  return contentDigest(then, later) === contentDigest(last, later) ? 'signatures' : 'changes';
}

async function told(
  { field, kind, check: { certificate, others }, flaw }: Checked,
  after: PdfSignature['after'],
  trusted: readonly Certificate[] | undefined,
): Promise<PdfSignature> {
  const { context } = field.dict;
  const value = field.value ?? field.dict;
  const claimedAt = instantOf(textAt(context, value, 'M'));
  const holder = certificate ? holderOf(certificate) : { name: '', organisation: null };
  return {
    field: field.name,
    kind,
    signer: holder.name,
    organisation: holder.organisation,
    issuer: certificate ? issuerOf(certificate) : '',
    serial: certificate ? Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex') : '',
    claimedAt,
    flaw,
    after,
    ...validity(certificate, claimedAt),
    trust: certificate && trusted ? await trustOf(certificate, others, trusted, claimedAt) : 'unchecked',
  };
}

function validity(certificate: Certificate | undefined, at: string | null) {
  const [from, to] = [certificate?.notBefore.value, certificate?.notAfter.value];
  const dates = { validFrom: from?.toISOString() ?? null, validTo: to?.toISOString() ?? null };
  if (!from || !to || at === null) return { certificate: 'unknown' as const, ...dates };
  const time = new Date(at);
  if (time < from) return { certificate: 'not-yet' as const, ...dates };
  return { certificate: time > to ? ('expired' as const) : ('in-force' as const), ...dates };
}

async function trustOf(
  certificate: Certificate,
  others: readonly Certificate[],
  trusted: readonly Certificate[],
  at: string | null,
): Promise<'trusted' | 'untrusted'> {
  const time = at === null ? certificate.notAfter.value : new Date(at);
  return (await isTrusted(certificate, others, trusted, time)) ? 'trusted' : 'untrusted';
}
