import type { FileHandle } from 'node:fs/promises';
import { UnfitFile } from './unfit-file';

/** `length` bytes from a place of the file. Throws UnfitFile where the file is shorter. */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new UnfitFile('file-broken');
  return bytes;
}
