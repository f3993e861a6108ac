import { type RoundData, roundDocuments } from '../../../src/features/dossiers/documents/round-documents';
import { toHtml } from '../../../src/features/dossiers/printing/print-document';

/** The text of one document as it stands in the HTML, without tags. */
export function documentText(data: RoundData, file: string): string {
  const document = roundDocuments(data)
    .map((pending) => pending())
    .find((one) => one.file === file);
  if (!document) throw new Error(`no ${file}`);
  return plainText(toHtml(document));
}

export function plainText(html: string): string {
  return html
    .replace(/^.*<body>/s, '')
    .replace(/<[^>]+>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
