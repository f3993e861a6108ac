import { join } from 'node:path';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import type { PendingDocument } from '../documents/pending-document';
import { type RoundData, roundDocuments } from '../documents/round-documents';
import { writeAtomically } from '../../../platform/files/write-atomically';
import { pressOf } from '../printing/press';
import { type BundleFinding, notMade } from './bundle-finding';
import { inOrder } from './in-order';

export interface RenderOptions {
  renderer: PdfRenderer;
  /** Called after each document, with how many are done. */
  onProgress?: (done: number, total: number) => void;
  /** Where prints are kept for the next run; absent: nothing is kept. */
  cacheDir?: string;
  /** Called where a document could not be made, with what was thrown: a finding says so to people, without its depths. */
  onFailure?: (file: string, failure: unknown) => void;
}

/**
 * Writes every document of a round under `outDir` as PDF, and gives their names there in the order of the round. The same
 * data give the same bytes. Each file appears whole or not at all; one that cannot be made is a finding and ends nothing
 * else. Throws what the disk says, and DomainError `no-browser`, `browser-failed`, `browser-too-old`.
 */
export async function renderRound(
  data: RoundData,
  outDir: string,
  { renderer, onProgress, cacheDir, onFailure }: RenderOptions,
): Promise<{ files: string[]; findings: BundleFinding[] }> {
  const press = pressOf(data, renderer, { cacheDir });
  const print = async (pending: PendingDocument): Promise<string | BundleFinding> => {
    const { file } = pending;
    try {
      await writeAtomically(join(outDir, file), await press.print(pending()));
      return file;
    } catch (failure) {
      const finding = notMade({ file }, failure);
      onFailure?.(file, failure);
      return finding;
    }
  };
  const documents = roundDocuments(data);
  // A few more at work than pages, so that a page never waits for the next document; what is written weighs nothing.
  const room = { width: renderer.pages + 2, most: 1, weightOf: () => 0 };
  const [files, findings]: [string[], BundleFinding[]] = [[], []];
  let done = 0;
  onProgress?.(0, documents.length);
  for await (const made of inOrder(documents, room, print)) {
    if (typeof made === 'string') files.push(made);
    else findings.push(made);
    onProgress?.((done += 1), documents.length);
  }
  return { files, findings };
}
