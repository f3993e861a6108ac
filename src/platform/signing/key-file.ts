import { type KeyObject, X509Certificate, createPrivateKey, webcrypto } from 'node:crypto';
import forge from 'node-forge';
import { Certificate } from 'pkijs';
import { DomainError } from '../../domain/domain-error';

/** A private key with the certificate that names its owner, and those of its issuers that came along. */
export interface SigningKey {
  key: webcrypto.CryptoKey;
  certificate: Certificate;
  issuers: Certificate[];
}

const CURVES: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };
const { pkcs12, asn1, pki } = forge;

/**
 * Opens a PKCS#12 file (`.p12`, `.pfx`) with an RSA or an EC key. Throws DomainError `key-file-password`,
 * `key-file-broken`, `key-file-without-key` or `key-kind-unknown`.
 */
export async function openKeyFile(file: Uint8Array, password: string): Promise<SigningKey> {
  const bags = unlock(file, password);
  const der = derOf(bags, [pki.oids.pkcs8ShroudedKeyBag, pki.oids.keyBag])[0];
  if (!der) throw new DomainError('key-file-without-key');
  const key = privateKeyOf(der);
  const certificates = derOf(bags, [pki.oids.certBag]);
  const own = certificates.find((each) => new X509Certificate(each).checkPrivateKey(key));
  if (!own) throw new DomainError('key-file-without-key');
  return {
    key: await importKey(key),
    certificate: Certificate.fromBER(own),
    issuers: certificates.filter((each) => each !== own).map((each) => Certificate.fromBER(each)),
  };
}

function unlock(file: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  let parsed: forge.asn1.Asn1;
  try {
    parsed = asn1.fromDer(Buffer.from(file).toString('binary'));
  } catch {
    throw new DomainError('key-file-broken');
  }
  try {
    return pkcs12.pkcs12FromAsn1(parsed, false, password);
  } catch (error) {
    const isPassword = error instanceof Error && /MAC could not be verified|password/i.test(error.message);
    throw new DomainError(isPassword ? 'key-file-password' : 'key-file-broken');
  }
}

/** The library reads RSA only; of anything else it leaves the parts, which others read. */
function derOf(file: forge.pkcs12.Pkcs12Pfx, kinds: (string | undefined)[]): Buffer[] {
  const bags = kinds.flatMap((bagType) =>
    bagType === undefined ? [] : (file.getBags({ bagType })[bagType] ?? []),
  );
  return bags.map((bag) => {
    const part = bag.key
      ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key))
      : bag.cert
        ? pki.certificateToAsn1(bag.cert)
        : bag.asn1;
    return Buffer.from(asn1.toDer(part).getBytes(), 'binary');
  });
}

function privateKeyOf(der: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    throw new DomainError('key-kind-unknown');
  }
}

async function importKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const der = key.export({ format: 'der', type: 'pkcs8' });
  return webcrypto.subtle.importKey('pkcs8', der, kindOf(key), false, ['sign']);
}

function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  const namedCurve = CURVES[asymmetricKeyDetails?.namedCurve ?? ''];
  if (asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  if (asymmetricKeyType === 'ec' && namedCurve) return { name: 'ECDSA', namedCurve, hash: 'SHA-256' };
  throw new DomainError('key-kind-unknown');
}
