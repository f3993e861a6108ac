import { UnreadablePdf } from './unreadable-pdf';
import { type SignatureReport, verifySignatures } from './verify-pdf';

/** What is found in a PDF, or why nothing could be: plain values, for whoever asks from another process. */
export type SignaturesFound = { report: SignatureReport } | { unreadable: UnreadablePdf['code'] };

export async function findSignatures(pdf: Uint8Array): Promise<SignaturesFound> {
  try {
    return { report: await verifySignatures(pdf) };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { unreadable: error.code };
    throw error;
  }
}
