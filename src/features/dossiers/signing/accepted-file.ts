import { DomainError } from '../../../domain/domain-error';
import { isIntact, signatureWords } from '../../../platform/signing/signature-words';
import { UnreadablePdf } from '../../../platform/signing/unreadable-pdf';
import {
  type PdfSignature,
  type SignatureReport,
  verifySignatures,
} from '../../../platform/signing/verify-pdf';

/** What a file that came back is taken for. */
export interface Accepted {
  form: 'digital' | 'scan';
  signatures: PdfSignature[];
}

/**
 * Looks at a PDF that is said to be signed. One with digital signatures must still be what was signed; one without is taken
 * only where the sender says that it is a scan. Throws DomainError `signed-paper-broken` (with its `reason`),
 * `signed-paper-unsigned`, `signed-paper-no-signature`, `pdf-encrypted` or `pdf-unreadable`.
 */
export async function acceptedFile(pdf: Buffer, { isScan }: { isScan: boolean }): Promise<Accepted> {
  const { signatures, emptyFields } = await reportOf(pdf, isScan);
  const broken = signatures.find((signature) => !isIntact(signature));
  if (broken) throw new DomainError('signed-paper-broken', { reason: signatureWords(broken).integrity });
  if (signatures.some(({ kind }) => kind === 'signature')) return { form: 'digital', signatures };
  if (emptyFields.length > 0) throw new DomainError('signed-paper-unsigned');
  if (!isScan) throw new DomainError('signed-paper-no-signature');
  return { form: 'scan', signatures };
}

/** Scanners make files that few programs read strictly; nothing is claimed of a scan but that it is one. */
async function reportOf(pdf: Buffer, isScan: boolean): Promise<SignatureReport> {
  try {
    return await verifySignatures(pdf);
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    if (isScan && error.code === 'pdf-unreadable') return { signatures: [], emptyFields: [] };
    throw new DomainError(error.code);
  }
}
