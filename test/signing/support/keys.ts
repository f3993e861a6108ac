import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';

const { pki, pkcs12, asn1 } = forge;

export const PASSWORD = 'mật khẩu thử';
/** The clock of the tests. */
export const AT = '2026-11-28T03:05:09.000Z';

/** A certificate with its key, made for one test. */
export interface TestKey {
  file: Buffer;
  pem: string;
}

interface Wanted {
  name: string;
  organisation?: string;
  from?: string;
  to?: string;
  issuer?: Authority;
}

export interface Authority {
  key: forge.pki.rsa.PrivateKey;
  certificate: forge.pki.Certificate;
  pem: Buffer;
}

const utf8 = (value: string) => ({ value, valueTagClass: asn1.Type.UTF8 });
const named = (shortName: string, text: string) =>
  ({ shortName, ...utf8(text) }) as unknown as forge.pki.CertificateField;

export function authority(name: string): Authority {
  const { certificate, key } = made({ name }, { isAuthority: true });
  return { certificate, key, pem: Buffer.from(pki.certificateToPem(certificate)) };
}

/** A PKCS#12 file with an RSA key, locked with `PASSWORD`. */
export function rsaKey(wanted: Wanted): TestKey {
  const { certificate, key } = made(wanted, { isAuthority: false });
  const file = asn1.toDer(pkcs12.toPkcs12Asn1(key, [certificate], PASSWORD, { algorithm: 'aes256' }));
  return { file: Buffer.from(file.getBytes(), 'binary'), pem: pki.certificateToPem(certificate) };
}

/** A PKCS#12 file with an EC key, as OpenSSL writes it today: the library of the tests makes RSA keys only. */
export const EC_KEY = { file: readFileSync(join(__dirname, 'ec.p12')), password: 'mat-khau-thu' };

/** A PKCS#12 file with a key of a kind that signs no PDF here (Ed25519), as OpenSSL writes it. */
export const ODD_KEY = { file: readFileSync(join(__dirname, 'ed25519.p12')), password: 'mat-khau-thu' };

/** A PKCS#12 file with certificates and no key, as somebody exports it who forgets to tick the key. */
export function keylessFile({ pem }: TestKey): Buffer {
  const content = pkcs12.toPkcs12Asn1(null, [pki.certificateFromPem(pem)], PASSWORD, { algorithm: 'aes256' });
  return Buffer.from(asn1.toDer(content).getBytes(), 'binary');
}

function made({ name, organisation, from, to, issuer }: Wanted, { isAuthority }: { isAuthority: boolean }) {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key = pki.privateKeyFromPem(pair.privateKey);
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(pair.publicKey);
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  certificate.validity.notBefore = new Date(from ?? '2026-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date(to ?? '2030-01-01T00:00:00Z');
  const subject = [named('CN', name), ...(organisation === undefined ? [] : [named('O', organisation)])];
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? issuer.certificate.subject.attributes : subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: isAuthority },
    { name: 'keyUsage', keyCertSign: isAuthority, digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(issuer?.key ?? key, forge.md.sha256.create());
  return { key, certificate };
}
