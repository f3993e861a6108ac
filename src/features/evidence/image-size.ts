import type { FileHandle } from 'node:fs/promises';
import { bytesAt } from './read-bytes';
import { UnfitFile } from './unfit-file';

/** A scan of A3 at 600 dpi is 9,921 × 7,016; a viewer needs four bytes for each point. */
const LONGEST_SIDE = 20_000;
const MOST_POINTS = 100_000_000;
const MOST_SEGMENTS = 1_000;

/** A few kilobytes may claim a picture that fills the memory of whoever opens it. Throws UnfitFile. */
export async function refuseHugeImage(file: FileHandle, kind: 'png' | 'jpg'): Promise<void> {
  const { width, height } = kind === 'png' ? await pngSize(file) : await jpegSize(file);
  if (width === 0 || height === 0) throw new UnfitFile('file-broken');
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_POINTS)
    throw new UnfitFile('image-too-large', { width, height });
}

interface Size {
  width: number;
  height: number;
}

async function pngSize(file: FileHandle): Promise<Size> {
  const header = await bytesAt(file, 8, 16);
  if (header.toString('latin1', 4, 8) !== 'IHDR') throw new UnfitFile('file-broken');
  return { width: header.readUInt32BE(8), height: header.readUInt32BE(12) };
}

/** Walks from segment to segment up to the one that starts the frame. */
async function jpegSize(file: FileHandle): Promise<Size> {
  let at = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const head = await bytesAt(file, at, 4);
    if (head[0] !== 0xff) break;
    if (isFrame(head[1] ?? 0)) {
      const frame = await bytesAt(file, at + 5, 4);
      return { height: frame.readUInt16BE(0), width: frame.readUInt16BE(2) };
    }
    at += head[1] === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  throw new UnfitFile('file-broken');
}

/** SOF0 to SOF15; three markers between them mean other things. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
