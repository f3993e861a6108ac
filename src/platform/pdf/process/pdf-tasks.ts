import { type CleanPages, type Limits, cleanPdf } from '../foreign/clean-pdf';
import { imagePages } from '../foreign/image-pages';
import { mergePdf } from '../merge/merge-pdf';
import type { MergeOrder } from '../merge/merge-order';
import { type Printed, readPrinted } from '../merge/read-printed';
import { type SignaturesFound, findSignatures } from '../../signing/signatures-task';

/** What the process for PDFs is given and answers. It crosses the border between two processes: plain values and bytes. */
export interface PdfTasks {
  clean: { input: { bytes: Uint8Array; limits: Limits }; output: CleanPages };
  image: { input: { bytes: Uint8Array; type: 'png' | 'jpeg' }; output: CleanPages };
  read: { input: Uint8Array; output: Printed };
  merge: { input: MergeOrder; output: Uint8Array };
  signatures: { input: Uint8Array; output: SignaturesFound };
}

export const PDF_TASKS: {
  [T in keyof PdfTasks]: (input: PdfTasks[T]['input']) => Promise<PdfTasks[T]['output']>;
} = {
  clean: ({ bytes, limits }) => cleanPdf(bytes, limits),
  image: ({ bytes, type }) => imagePages(bytes, type),
  read: readPrinted,
  merge: mergePdf,
  signatures: findSignatures,
};
