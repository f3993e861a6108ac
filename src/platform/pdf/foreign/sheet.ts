/** Points of A4. */
const A4 = { width: 595.28, height: 841.89 };

/** Room for the header above, for the stamp below, and for the grips of printers at the sides; in points. */
const EDGE = { top: 42, bottom: 55, side: 23 };
/** Taller than this many times their width, and pages are cut into pieces rather than shrunk to a thread. */
const TALLEST = 2.4;
const MOST_PIECES = 30;

/** A piece of a page in its place on A4. */
export interface Sheet {
  width: number;
  height: number;
  scale: number;
  /** Where the left lower corner of the whole page would stand. */
  x: number;
  y: number;
  /** What is seen of it. */
  clip: { x: number; y: number; width: number; height: number };
}

/**
 * Where a page of some size stands on A4: never enlarged, never under the header or the stamp, wide pages on landscape
 * paper, and very tall ones on several sheets.
 */
export function sheetsFor(width: number, height: number): Sheet[] {
  const paper = width > height ? { width: A4.height, height: A4.width } : A4;
  const [roomWidth, roomHeight] = [paper.width - 2 * EDGE.side, paper.height - EDGE.top - EDGE.bottom];
  const isTall = height / width > TALLEST;
  const scale = isTall
    ? Math.max(Math.min(1, roomWidth / width), 0)
    : Math.min(1, roomWidth / width, roomHeight / height);
  const pieces = Math.max(1, Math.ceil((height * scale) / roomHeight - 0.001));
  if (pieces > MOST_PIECES) return [onePiece(paper, { width, height }, roomHeight / height)];
  if (pieces === 1) return [onePiece(paper, { width, height }, scale)];
  const left = (paper.width - width * scale) / 2;
  return Array.from({ length: pieces }, (_, piece) => ({
    ...paper,
    scale,
    x: left,
    y: paper.height - EDGE.top - height * scale + piece * roomHeight,
    clip: { x: left, y: EDGE.bottom, width: width * scale, height: roomHeight },
  }));
}

/** In the middle of the width, under the header. */
function onePiece(
  paper: { width: number; height: number },
  size: { width: number; height: number },
  scale: number,
): Sheet {
  const [width, height] = [size.width * scale, size.height * scale];
  const [x, y] = [(paper.width - width) / 2, paper.height - EDGE.top - height];
  return { ...paper, scale, x, y, clip: { x, y, width, height } };
}
