import { readFile, stat } from 'node:fs/promises';
import { type LocatedFinding, fileFinding } from './located-finding';

const MEBIBYTE = 1024 * 1024;
const LARGEST = 256 * MEBIBYTE;

type Source = { bytes: Buffer; findings?: undefined } | { bytes?: undefined; findings: LocatedFinding[] };

/** The bytes of a file, or the one finding that says why there are none. Never throws. */
export async function readSource(path: string): Promise<Source> {
  try {
    const { size, isFile } = await kindOf(path);
    if (!isFile) return refused(path, 'not-a-file');
    if (size > LARGEST) return refused(path, 'file-too-large', { most: LARGEST / MEBIBYTE });
    return { bytes: await readFile(path) };
  } catch (error) {
    return refused(path, isMissing(error) ? 'no-such-file' : 'unreadable-file');
  }
}

async function kindOf(path: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, isFile: stats.isFile() };
}

function refused(path: string, code: string, params = {}): Source {
  return { findings: [fileFinding(path, code, params)] };
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
