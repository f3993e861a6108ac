import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { withSignatureFields } from '../../../platform/pdf/signature-fields';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { DossierCache, writeAtomically } from './dossier-cache';
import { fontFaces } from './fonts';
import { type PrintDocument, toHtml } from './print-document';
import { type RoundData, roundDocuments } from '../documents/round-documents';
import { templates } from './templates';

export interface RenderOptions {
  renderer: PdfRenderer;
  /** Called after each document, with how many are done. */
  onProgress?: (done: number, total: number) => void;
  /** Where prints are kept for the next run; absent: nothing is kept. */
  cacheDir?: string;
}

/**
 * Writes every document of a round under `outDir` as PDF, and gives their names there in the order of the round. The same
 * data give the same bytes. Each file appears whole or not at all. Throws the DomainErrors of the renderer.
 */
export async function renderRound(
  data: RoundData,
  outDir: string,
  { renderer, onProgress, cacheDir }: RenderOptions,
): Promise<{ files: string[] }> {
  const pending = roundDocuments(data);
  const print = printer(data, renderer, cacheDir);
  const files: string[] = [];
  let done = 0;
  onProgress?.(0, pending.length);
  await inParallel(pending, renderer.pages, async (document, at) => {
    const { file, bytes } = await print(document);
    await writeAtomically(join(outDir, file), bytes);
    files[at] = file;
    onProgress?.((done += 1), pending.length);
  });
  return { files };
}

/** Prints a document, or takes the print that was made of the very same things before. */
export function printer(data: RoundData, renderer: PdfRenderer, cacheDir: string | undefined) {
  const press = pressOf(data, renderer, { cacheDir });
  return async (pending: () => PrintDocument) => {
    const document = pending();
    return { file: document.file, bytes: await press.print(document) };
  };
}

/** What a print is made of, as a key, and the print itself. */
export interface Press {
  keyOf: (document: PrintDocument) => string;
  print: (document: PrintDocument) => Promise<Uint8Array>;
}

/** `signal`: nothing more is printed, and what waits for its turn rejects with the reason. */
export function pressOf(
  { round, engine }: RoundData,
  renderer: PdfRenderer,
  { cacheDir, signal }: { cacheDir?: string; signal?: AbortSignal },
): Press {
  const cache = cacheDir === undefined ? undefined : new DossierCache(cacheDir);
  const common = digest([engine, round.date, renderer.fingerprint, fontFaces(''), ...templates().sources]);
  const keyOf = (document: PrintDocument) => digest([common, JSON.stringify(document)]);
  const print = async (document: PrintDocument) => {
    signal?.throwIfAborted();
    const key = keyOf(document);
    const kept = await cache?.get(key);
    if (kept) return kept;
    const printed = await renderer.print(toHtml(document), { day: round.date, signal });
    const { seal } = document;
    const bytes = seal === undefined ? printed : await withSignatureFields(printed, seal);
    // A disk that is full or not ours costs the next print some time, not this one its paper.
    await cache?.put(key, bytes).catch(() => undefined);
    return bytes;
  };
  return { keyOf, print };
}

/**
 * A few more at work than pages, so that a page never waits for the next document. After a failure nothing new is begun,
 * and what is at work ends before the failure is told: nobody writes into the folder any more.
 */
async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T, at: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const [at, item] of queue) {
      if (failures.length > 0) return;
      await work(item, at).catch((failure: unknown) => failures.push(failure));
    }
  };
  await Promise.all(Array.from({ length: width + 2 }, worker));
  if (failures.length > 0) throw failures[0];
}

export function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
