/** A page tree node and its count, in either order, as our printer and our merger write them. */
const NODE = /\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g;

/**
 * The number of pages by the words of the file alone: the root of the page tree counts most. 0 where they are packed, as
 * some programs that sign do.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return [...text.matchAll(NODE)].reduce(
    (most, [, after, before]) => Math.max(most, Number(after ?? before)),
    0,
  );
}
