import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SigningKey } from './key-file';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.1.4',
} as const;

/**
 * A detached CMS signature over `data` with SHA-256, as PAdES baseline B-B wants it (EN 319 142-1): the certificate is
 * named inside what is signed, and the time of signing is not: it stands in the PDF.
 */
export async function cmsSignature(
  data: Uint8Array,
  { key, certificate, issuers }: SigningKey,
): Promise<Buffer> {
  const { issuer, serialNumber } = certificate;
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: attributesOf(data, certificate.toSchema(true).toBER()),
    }),
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [signer],
    certificates: [certificate, ...issuers],
  });
  await signed.sign(key, 0, 'SHA-256');
  const content = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

/** In the order of their bytes, as DER sorts a set. */
function attributesOf(data: Uint8Array, certificate: ArrayBuffer): Attribute[] {
  const named = new Sequence({
    value: [
      new Sequence({ value: [new Sequence({ value: [octets(sha256(new Uint8Array(certificate)))] })] }),
    ],
  });
  return [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [octets(sha256(data))] }),
    new Attribute({ type: OID.signingCertificateV2, values: [named] }),
  ].toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

function encoded(attribute: Attribute): Buffer {
  return Buffer.from(attribute.toSchema().toBER());
}

function octets(bytes: Buffer): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes).buffer });
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
