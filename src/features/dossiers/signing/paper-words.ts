import { sha256Hex } from '../../../platform/hash';
import type { RoundData } from '../documents/round-data';
import { BLANK_ISSUE } from '../papers/paper';
import type { PrintDocument } from '../printing/print-document';
import { templates } from '../printing/templates';

/**
 * SHA-256 of the words of a paper as the data have it, without number, day and signer, which are filled in when papers are
 * signed: a signed copy with another one says something else than the data of today. Throws as `choose`.
 */
export function wordsDigest(data: RoundData, choose: (data: RoundData) => PrintDocument): string {
  const papers = { ...data.papers, minutesDay: null, issueOf: () => BLANK_ISSUE };
  const { template, view } = choose({ ...data, papers });
  return sha256Hex(wordsOf(templates().render(template, view)));
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
