import { readFile, stat } from 'node:fs/promises';

/** The bytes of a regular file. A pipe, a device or a folder is refused at once: reading it may never end. */
export async function readRegularFile(path: string): Promise<Buffer> {
  if (!(await stat(path)).isFile()) throw new Error(`not a regular file: ${path}`);
  return readFile(path);
}
