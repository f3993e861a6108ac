import { DomainError } from '../../../domain/domain-error';
import { PdfFailure } from '../../../platform/pdf/pdf-failure';
import type { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { isIntact, signatureWords } from '../../../platform/signing/signature-words';
import type { SignaturesFound } from '../../../platform/signing/signatures-task';
import type { PdfSignature, SignatureReport } from '../../../platform/signing/verify-pdf';

/** What a file that came back is taken for. */
export interface Accepted {
  form: 'digital' | 'scan';
  signatures: PdfSignature[];
}

/** A thick paper with ten signatures takes a few seconds. */
const TIMEOUT_MS = 30_000;

/**
 * Looks at a PDF that is said to be signed, in a process apart. One with digital signatures must still be what was signed;
 * one without is taken only where the sender says that it is a scan. Throws DomainError `signed-paper-broken` (with its
 * `reason`), `signed-paper-unsigned`, `signed-paper-no-signature`, `signed-paper-too-heavy`, `pdf-encrypted` or
 * `pdf-unreadable`.
 */
export async function acceptedFile(
  processes: PdfProcesses,
  pdf: Buffer,
  { isScan, timeoutMs = TIMEOUT_MS }: { isScan: boolean; timeoutMs?: number },
): Promise<Accepted> {
  const { signatures, emptyFields } = reportOf(await found(processes, pdf, timeoutMs), isScan);
  const broken = signatures.find((signature) => !isIntact(signature));
  if (broken) throw new DomainError('signed-paper-broken', { reason: signatureWords(broken).integrity });
  if (signatures.some(({ kind }) => kind === 'signature')) return { form: 'digital', signatures };
  if (emptyFields.length > 0) throw new DomainError('signed-paper-unsigned');
  if (!isScan) throw new DomainError('signed-paper-no-signature');
  return { form: 'scan', signatures };
}

async function found(processes: PdfProcesses, pdf: Buffer, timeoutMs: number): Promise<SignaturesFound> {
  try {
    return await processes.run('signatures', pdf, { timeoutMs });
  } catch (failure) {
    if (!(failure instanceof PdfFailure)) throw failure;
    if (failure.code === 'too-heavy') throw new DomainError('signed-paper-too-heavy');
    return { unreadable: 'pdf-unreadable' };
  }
}

/** Scanners make files that few programs read strictly; nothing is claimed of a scan but that it is one. */
function reportOf(looked: SignaturesFound, isScan: boolean): SignatureReport {
  if ('report' in looked) return looked.report;
  if (isScan && looked.unreadable === 'pdf-unreadable') return { signatures: [], emptyFields: [] };
  throw new DomainError(looked.unreadable);
}
