import type { PrintDocument } from '../printing/print-document';

/**
 * A document that is put together when its turn comes, so that a large round does not lie in memory all at once. Its place
 * is known before: of one that cannot be put together it can be said which it is.
 */
export interface PendingDocument {
  (): PrintDocument;
  readonly file: string;
}

export function pendingDocument(file: string, make: () => Omit<PrintDocument, 'file'>): PendingDocument {
  return Object.assign(() => ({ ...make(), file }), { file });
}
