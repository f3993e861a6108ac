import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { DomainError } from '../../../domain/domain-error';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import type { PendingDocument, RoundData } from '../documents/round-documents';
import { printer } from '../printing/render-round';
import type { ExportFinding } from './export-job.entity';
import { inOrder } from './in-order';

/** What every way of writing an export is given. */
export interface Writing {
  data: RoundData;
  /** Path of the file to be written. */
  target: string;
  renderer: PdfRenderer;
  cacheDir: string;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
  /** One part is missing or wanting; the rest is made all the same. */
  onFinding: (finding: ExportFinding) => void;
}

/** The same documents give the same bytes, in every time zone: a ZIP knows local time only. */
const ENTRY = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/** These stop the whole export: no document would fare better. */
const OF_THE_MACHINE = new Set(['no-browser', 'browser-failed', 'browser-too-old', 'renderer-busy']);

/** Several documents in one ZIP, in the order given. Throws the signal's reason when it is aborted. */
export async function writeZip(documents: readonly PendingDocument[], writing: Writing): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(writing.target), {
    signal: writing.signal,
  });
  written.catch(() => undefined);
  let done = 0;
  writing.onProgress(0, documents.length);
  for await (const made of inOrder(documents, writing.renderer.pages + 2, printing(writing))) {
    if (made) zip.addBuffer(Buffer.from(made.bytes), made.file, ENTRY);
    writing.onProgress((done += 1), documents.length);
  }
  zip.end();
  await written;
}

/** One document as a PDF of its own. */
export async function writePdf(document: PendingDocument, writing: Writing): Promise<void> {
  writing.onProgress(0, 1);
  const made = await printing(writing)(document);
  if (!made) throw new DomainError('export-empty');
  await writeFile(writing.target, made.bytes);
  writing.onProgress(1, 1);
}

/** Undefined for a document that cannot be printed: the finding says why. */
function printing({ data, renderer, cacheDir, signal, onFinding }: Writing) {
  const print = printer(data, renderer, cacheDir);
  return async (pending: PendingDocument) => {
    signal.throwIfAborted();
    try {
      return await print(pending);
    } catch (error) {
      if (isOfTheMachine(error)) throw error;
      onFinding({ file: fileOf(pending), ...reasonOf(error) });
      return undefined;
    }
  };
}

function isOfTheMachine(error: unknown): boolean {
  if (error instanceof DomainError) return OF_THE_MACHINE.has(error.code);
  return error instanceof Error && 'syscall' in error;
}

export function reasonOf(error: unknown): { code: string; params: Record<string, string | number> } {
  if (error instanceof DomainError) return { code: error.code, params: error.params };
  return { code: 'export-broken', params: { reason: error instanceof Error ? error.name : typeof error } };
}

function fileOf(pending: PendingDocument): string {
  try {
    return pending().file;
  } catch {
    return '';
  }
}
