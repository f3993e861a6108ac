/** A page tree node and its count, in either order, as our printer, our merger and our signer write them. */
const NODE = /\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g;

/**
 * The number of pages of a PDF that this program has made: the root of the page tree counts most. Reads no object streams,
 * of which such a PDF has none; 0 for what is no PDF of ours.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return [...text.matchAll(NODE)].reduce(
    (most, [, after, before]) => Math.max(most, Number(after ?? before)),
    0,
  );
}
