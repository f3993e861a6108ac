import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const DIGEST_LENGTH = 32;

/** Prints kept on disk by what they were made of. An entry holds the digest of its bytes, then the bytes. */
export class DossierCache {
  constructor(private readonly folder: string) {}

  /** The bytes kept under a key; undefined when there are none, or when they are no longer what was written. */
  async get(key: string): Promise<Uint8Array | undefined> {
    const entry = await readFile(this.pathOf(key)).catch(() => undefined);
    if (!entry) return undefined;
    const bytes = entry.subarray(DIGEST_LENGTH);
    return entry.subarray(0, DIGEST_LENGTH).equals(digest(bytes)) ? bytes : undefined;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await writeAtomically(this.pathOf(key), Buffer.concat([digest(bytes), bytes]));
  }

  private pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.pdf.cache`);
  }
}

let drafts = 0;

/** Writes beside the place and moves there whole: a reader sees the former file or the new one, never a half. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${(drafts += 1)}.tmp`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
