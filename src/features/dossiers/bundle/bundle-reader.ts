import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UnsafeZip } from '../../../platform/zip/unsafe-zip';
import { ZipReader } from '../../../platform/zip/zip-reader';

/** The files of a bundle, packed or unpacked. */
export interface BundleReader {
  /** Sizes by path, `/` between parts. */
  sizes: Map<string, number>;
  read: (path: string) => AsyncIterable<Buffer>;
  close: () => void;
}

/** Throws UnsafeZip, or what the disk says. */
export async function openBundle(path: string): Promise<BundleReader> {
  const there = await lstat(path);
  if (there.isDirectory()) return openFolder(path);
  const zip = await ZipReader.open(path);
  return { sizes: zip.sizes, read: (name) => zip.read(name), close: () => zip.close() };
}

/** A link is not followed: what it leads to is no part of the bundle. */
async function openFolder(folder: string): Promise<BundleReader> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) throw new UnsafeZip('zip-link', { name });
    sizes.set(name, (await lstat(path)).size);
  }
  return { sizes, read: (name) => createReadStream(join(folder, name)), close: () => undefined };
}
