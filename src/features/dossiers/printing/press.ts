import { createHash } from 'node:crypto';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { withSignatureFields } from '../../../platform/pdf/signature-fields';
import type { RoundData } from '../documents/round-data';
import { DossierCache } from './dossier-cache';
import { fontFaces } from './fonts';
import { madeWith } from './made-with';
import { type PrintDocument, toHtml } from './print-document';
import { templates } from './templates';

/** What a print is made of, as a key, and the print itself. */
export interface Press {
  keyOf: (document: PrintDocument) => string;
  print: (document: PrintDocument) => Promise<Uint8Array>;
}

/**
 * Prints the documents of one state of a round, or takes the prints that were made of the very same things before.
 * `cacheDir`: where prints are kept for the next time; absent: nothing is kept. `signal`: nothing more is printed, and what
 * waits for its turn rejects with the reason.
 */
export function pressOf(
  { round, engine }: RoundData,
  renderer: PdfRenderer,
  { cacheDir, signal }: { cacheDir?: string; signal?: AbortSignal },
): Press {
  const cache = cacheDir === undefined ? undefined : new DossierCache(cacheDir);
  const { sources } = templates();
  const common = digest([madeWith(), engine, round.date, renderer.fingerprint, fontFaces(''), ...sources]);
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

export function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
