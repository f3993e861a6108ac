/** What of a page tree stands between two `>`, as our printer and our merger write it; found without looking twice. */
const WORDS = /\/Type\s*\/Pages\b|\/Count\s+(\d+)|>/g;

/**
 * The number of pages by the words of the file alone: the root of the page tree counts most. 0 where they are packed, as
 * some programs that sign do.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  let [most, isNode, count] = [0, false, 0];
  for (const [word, number] of text.matchAll(WORDS)) {
    if (word === '>') [isNode, count] = [false, 0];
    else if (number === undefined) isNode = true;
    else count = Number(number);
    if (isNode) most = Math.max(most, count);
  }
  return most;
}
