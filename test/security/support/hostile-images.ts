import { crc32, deflateSync } from 'node:zlib';
import { folded } from './hostile-pdfs';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface Chunk {
  name: string;
  data: Buffer;
}

/** A grey picture whose rows are there, with more chunks before them. */
export function pngWith(
  more: readonly Chunk[],
  { width = 4, height = 3, rows }: { width?: number; height?: number; rows?: Buffer } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const all = [
    { name: 'IHDR', data: header },
    ...more,
    { name: 'IDAT', data: rows ?? deflateSync(Buffer.alloc(width * height + height)) },
    { name: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...all.map(chunk)]);
}

/** A comment or a colour profile of a few hundred kilobytes that unfolds to hundreds of megabytes. */
export async function foldedChunk(name: 'zTXt' | 'iCCP', megabytes: number): Promise<Chunk> {
  return { name, data: Buffer.concat([Buffer.from('la\0\0', 'latin1'), await folded(megabytes, 1)]) };
}

function chunk({ name, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

interface JpegHead {
  width: number;
  height: number;
  /** 0xc0 baseline, 0xc2 progressive. */
  frame?: number;
  /** 3 of colour, 4 of print. */
  components?: number;
  /** How the camera was held. */
  orientation?: number;
}

/** The segments up to the frame, which is all that merging looks at. */
export function jpegOf({ width, height, frame = 0xc0, components = 3, orientation = 1 }: JpegHead): Buffer {
  const parts = Array.from({ length: components }, (_, at) => [at + 1, 0x11, 0]).flat();
  const head = Buffer.from([0xff, frame, 0, 8 + parts.length, 8, 0, 0, 0, 0, components, ...parts]);
  head.writeUInt16BE(height, 5);
  head.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif(orientation), head, Buffer.from([0xff, 0xd9])]);
}

function exif(orientation: number): Buffer {
  const directory = Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\u0008', 'latin1'), directory]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
}
