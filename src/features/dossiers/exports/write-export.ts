import { DomainError } from '../../../domain/domain-error';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import type { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { ZipWriter } from '../../../platform/zip/zip-writer';
import { type BundleFinding, failureText } from '../bundle/bundle-finding';
import { inOrder } from '../bundle/in-order';
import type { PendingDocument, RoundData } from '../documents/round-documents';
import type { PrintDocument } from '../printing/print-document';
import { printer } from '../printing/render-round';

/** What every way of writing an export is given. */
export interface Writing {
  data: RoundData;
  /** Path of the file to be written. */
  target: string;
  renderer: PdfRenderer;
  processes: PdfProcesses;
  cacheDir: string;
  /** Ends the writing soon: it rejects with the reason. */
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
  /** One part is missing or wanting; the rest is made all the same. */
  onFinding: (finding: BundleFinding) => void;
  /** A paper that came back signed goes in as it is; undefined where there is none. */
  signedFile: (document: PrintDocument) => Promise<Uint8Array | undefined>;
}

/** These stop the whole export: no document would fare better. */
const OF_THE_MACHINE = new Set(['no-browser', 'browser-failed', 'browser-too-old', 'renderer-busy']);

/** Several documents in one ZIP, in the order given; the same documents give the same bytes. */
export async function writeZip(documents: readonly PendingDocument[], writing: Writing): Promise<void> {
  const { target, renderer, signal, onProgress } = writing;
  const zip = new ZipWriter(target);
  let done = 0;
  onProgress(0, documents.length);
  try {
    for await (const made of inOrder(documents, renderer.pages + 2, printing(writing))) {
      signal.throwIfAborted();
      if (made) await zip.add(made.file, made.bytes);
      onProgress((done += 1), documents.length);
    }
    await zip.end();
  } catch (error) {
    await zip.abort();
    throw error;
  }
}

/** Undefined for a document that cannot be made: the finding says why. */
function printing({ data, renderer, cacheDir, signal, onFinding, signedFile }: Writing) {
  const print = printer(data, renderer, cacheDir);
  return async (pending: PendingDocument) => {
    signal.throwIfAborted();
    try {
      const document = pending();
      const signed = await signedFile(document);
      return signed ? { file: document.file, bytes: signed } : await print(() => document);
    } catch (failure) {
      if (isOfTheMachine(failure)) throw failure;
      const file = fileOf(pending);
      onFinding({ file, code: 'not-made', params: { file, reason: failureText(failure) } });
      return undefined;
    }
  };
}

function isOfTheMachine(failure: unknown): boolean {
  if (failure instanceof DomainError) return OF_THE_MACHINE.has(failure.code);
  return failure instanceof Error && 'syscall' in failure;
}

function fileOf(pending: PendingDocument): string {
  try {
    return pending().file;
  } catch {
    return '';
  }
}
