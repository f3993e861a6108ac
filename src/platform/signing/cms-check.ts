import { createHash } from 'node:crypto';
import { ObjectIdentifier, type OctetString, Sequence } from 'asn1js';
import {
  type Attribute,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { OID } from './cms-signature';

/** Why a signature says nothing about the bytes that it stands beside. */
export type Flaw =
  /** Nothing in it that could be read as a signature. */
  | 'no-signature'
  /** It was made over other bytes. */
  | 'digest'
  /** Its mathematics do not come out. */
  | 'forged'
  /** Made with means that are broken today (MD5, SHA-1), or that the program does not know. */
  | 'weak-or-unknown'
  /** The certificate beside it is not the one that it names. */
  | 'other-certificate';

export interface CmsCheck {
  flaw: Flaw | null;
  /** The signer's. */
  certificate?: Certificate;
  /** Whatever other certificates came along. */
  others: Certificate[];
}

const DIGESTS: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Whether a detached CMS signature was made over `data`; a time stamp is one over a digest of it. Never throws. */
export async function checkCms(cms: Uint8Array, data: Buffer, isTimestamp: boolean): Promise<CmsCheck> {
  const signed = parsed(cms);
  const signer = signed?.signerInfos[0];
  if (!signed || !signer || signed.signerInfos.length !== 1) return { flaw: 'no-signature', others: [] };
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof Certificate);
  const certificate = certificates.find((each) => isOf(each, signer));
  const others = certificates.filter((each) => each !== certificate);
  const about = { ...(certificate && { certificate }), others };
  if (!certificate) return { flaw: 'no-signature', ...about };
  return { flaw: await flawOf(signed, signer, certificate, { data, isTimestamp }), ...about };
}

async function flawOf(
  signed: SignedData,
  signer: SignerInfo,
  certificate: Certificate,
  { data, isTimestamp }: { data: Buffer; isTimestamp: boolean },
): Promise<Flaw | null> {
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId];
  if (!digest || !signer.signedAttrs) return 'weak-or-unknown';
  // What is carried inside would be looked at in place of the file.
  if ((signed.encapContentInfo.eContent !== undefined) !== isTimestamp) return 'no-signature';
  if (isTimestamp !== (signed.encapContentInfo.eContentType === OID.timestampToken)) return 'no-signature';
  const attributes = signer.signedAttrs.attributes;
  const content = isTimestamp ? carried(signed) : data;
  if (!octetsOf(attributes, OID.messageDigest)?.equals(createHash(digest).update(content).digest()))
    return 'digest';
  if (!namesCertificate(attributes, certificate)) return 'other-certificate';
  return (await verifies(signed, data)) ? null : 'forged';
}

async function verifies(signed: SignedData, data: Buffer): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: new Uint8Array(data).buffer, checkChain: false });
  } catch {
    return false;
  }
}

function parsed(cms: Uint8Array): SignedData | undefined {
  try {
    const content = ContentInfo.fromBER(new Uint8Array(cms).buffer);
    if (content.contentType !== OID.signedData) return undefined;
    return new SignedData({ schema: content.content });
  } catch {
    return undefined;
  }
}

function isOf(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (!(sid instanceof IssuerAndSerialNumber)) return keyIdOf(certificate).equals(keyNamed(sid));
  return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
}

function keyIdOf({ subjectPublicKeyInfo }: Certificate): Buffer {
  return createHash('sha1').update(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest();
}

function keyNamed(sid: unknown): Buffer {
  const block = (sid as { valueBlock?: { valueHexView?: Uint8Array; value?: unknown[] } }).valueBlock;
  const inner = block?.value?.[0] as OctetString | undefined;
  return Buffer.from(inner?.valueBlock.valueHexView ?? block?.valueHexView ?? []);
}

/** Where the certificate is named among what is signed, it must be this one; older signatures do not name it. */
function namesCertificate(attributes: readonly Attribute[], certificate: Certificate): boolean {
  const attribute = attributes.find(({ type }) => type === OID.signingCertificateV2);
  if (!attribute) return true;
  const first = (attribute.values[0] as Sequence | undefined)?.valueBlock.value[0] as Sequence | undefined;
  const parts = ((first?.valueBlock.value[0] as Sequence | undefined)?.valueBlock.value ?? []) as unknown[];
  const [algorithm, hash] = parts[0] instanceof Sequence ? [parts[0], parts[1]] : [undefined, parts[0]];
  const method = algorithm?.valueBlock.value[0];
  const oid = method instanceof ObjectIdentifier ? method.getValue() : undefined;
  const digest = oid === undefined ? 'sha256' : DIGESTS[oid];
  const named = (hash as OctetString | undefined)?.valueBlock.valueHexView;
  if (!digest || !named) return false;
  const der = new Uint8Array(certificate.toSchema(false).toBER());
  return createHash(digest).update(der).digest().equals(named);
}

function carried({ encapContentInfo }: SignedData): Buffer {
  return Buffer.from(encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0));
}

function octetsOf(attributes: readonly Attribute[], type: string): Buffer | undefined {
  const value = attributes.find((each) => each.type === type)?.values[0] as OctetString | undefined;
  return value && Buffer.from(value.valueBlock.valueHexView);
}
