import { createHash } from 'node:crypto';

/** SHA-256 of the bytes, of a text those of UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
