import { readFile } from 'node:fs/promises';
import { DomainError } from '../domain/domain-error';
import { message } from '../platform/messages/message';
import { isSound, signatureWords } from '../platform/signing/signature-words';
import { certificatesIn } from '../platform/signing/trust';
import { UnreadablePdf } from '../platform/signing/unreadable-pdf';
import { type PdfSignature, type SignatureReport, verifySignatures } from '../platform/signing/verify-pdf';
import { Refusal, refuse } from './failure';
import { print } from './terminal';

/**
 * `thidua verify-signature FILE.pdf`: tells who signed, when, and whether the file is still what they signed. Ends with 1
 * where there is no signature or one that does not hold.
 */
export async function verifySignature(file: string, { ca }: { ca?: string[] }): Promise<void> {
  const pdf = await readFile(file);
  const trusted = ca && (await Promise.all(ca.map((path) => readFile(path)))).flatMap(certificatesIn);
  const { signatures, emptyFields } = await reportOf(pdf, trusted);
  if (signatures.length === 0) refuse('cli.verify-signature.none', { fields: emptyFields.length });
  const lines = signatures.flatMap((signature, at) => linesOf(signature, at + 1));
  const doubtful = signatures.filter((signature) => !isSound(signature)).length;
  const known = [...lines, message('cli.verify-signature.unasked')];
  if (doubtful > 0)
    throw new Refusal([
      ...known,
      message('cli.verify-signature.bad', { doubtful, count: signatures.length }),
    ]);
  for (const line of known) print(line);
  print(message('cli.verify-signature.good', { count: signatures.length }));
}

async function reportOf(
  pdf: Buffer,
  trusted: ReturnType<typeof certificatesIn> | undefined,
): Promise<SignatureReport> {
  try {
    return await verifySignatures(pdf, trusted ? { trusted } : {});
  } catch (error) {
    throw error instanceof UnreadablePdf ? new DomainError(error.code) : error;
  }
}

function linesOf(signature: PdfSignature, ordinal: number): string[] {
  const { who, when, integrity, certificate, issuer } = signatureWords(signature);
  return [
    message('cli.verify-signature.heading', { ordinal, field: signature.field }),
    ...[who, when, integrity, certificate, issuer].map((line) => `  - ${line}`),
  ];
}
