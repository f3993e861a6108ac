import { PdfFailure } from '../pdf-failure';

/** What the head of a picture says of it, before anything is unpacked. */
export interface ImageHead {
  width: number;
  height: number;
  /** EXIF orientation, 1 to 8: how the camera was held. */
  orientation: number;
}

const MOST_SEGMENTS = 1_000;

/** Throws PdfFailure `broken`. */
export function imageHead(bytes: Uint8Array, type: 'png' | 'jpeg'): ImageHead {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return type === 'png' ? pngHead(view) : jpegHead(view);
  } catch (error) {
    // Read beyond its end: the file is shorter than its head says.
    if (error instanceof RangeError) throw new PdfFailure('broken');
    throw error;
  }
}

function pngHead(bytes: Buffer): ImageHead {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new PdfFailure('broken');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), orientation: 1 };
}

/** Walks from segment to segment up to the one that starts the frame. */
function jpegHead(bytes: Buffer): ImageHead {
  let [at, orientation] = [2, 1];
  for (let segment = 0; segment < MOST_SEGMENTS && bytes[at] === 0xff; segment += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), orientation };
    const length = marker === 0xff ? -1 : bytes.readUInt16BE(at + 2);
    if (marker === 0xe1)
      orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
  throw new PdfFailure('broken');
}

/** SOF0 to SOF15; three markers between them mean other things. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const ORIENTATION = 0x0112;
const EXIF = 'Exif\0\0';

function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, EXIF.length) !== EXIF || segment.length < 14) return undefined;
  const tiff = segment.subarray(EXIF.length);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const [short, long] = isLittle
    ? ([(at: number) => tiff.readUInt16LE(at), (at: number) => tiff.readUInt32LE(at)] as const)
    : ([(at: number) => tiff.readUInt16BE(at), (at: number) => tiff.readUInt32BE(at)] as const);
  const directory = long(4);
  if (directory + 2 > tiff.length) return undefined;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) === ORIENTATION) return [short(at + 8)].find((value) => value >= 1 && value <= 8);
  }
  return undefined;
}
