import { X509Certificate } from 'node:crypto';
import { Certificate, CertificateChainValidationEngine } from 'pkijs';
import { DomainError } from '../../domain/domain-error';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a file, PEM (any number) or DER (one). Throws DomainError `certificates-unreadable`. */
export function certificatesIn(file: Buffer): Certificate[] {
  const blocks = file.toString('latin1').match(PEM) ?? [file];
  try {
    return blocks.map((block) => Certificate.fromBER(new X509Certificate(block).raw));
  } catch {
    throw new DomainError('certificates-unreadable');
  }
}

/** Whether a way leads from the certificate, through those that came along, to one that is trusted, at that time. */
export async function isTrusted(
  certificate: Certificate,
  others: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
): Promise<boolean> {
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...trusted],
    certs: [...others, certificate],
    checkDate: at,
  });
  try {
    return (await engine.verify()).result;
  } catch {
    return false;
  }
}
