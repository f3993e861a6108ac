import type { PaperName } from '../papers/paper-subject';
import type { PrintDocument } from '../printing/print-document';

/**
 * A document that is put together when its turn comes, so that a large round does not lie in memory all at once. Its place
 * is known before, and which paper it is: one is found without the others being put together, and of one that cannot be put
 * together it can be said which it is.
 */
export interface PendingDocument {
  (): PrintDocument;
  readonly file: string;
  readonly paper?: PaperName;
}

export function pendingDocument(
  { file, paper }: Pick<PrintDocument, 'file' | 'paper'>,
  make: () => Pick<PrintDocument, 'title' | 'template' | 'view'>,
): PendingDocument {
  return Object.assign(() => ({ ...make(), file, paper }), { file, paper });
}
