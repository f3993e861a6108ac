import type { FileHandle } from 'node:fs/promises';
import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { EvidenceFileRow } from '../nominations/evidence-file.entity';
import { FILE_TYPES } from './file-type';

/**
 * A file as an answer that no browser opens by itself: an attachment under its own name (RFC 6266, with RFC 5987 for its
 * letters), of the type that its content is, never guessed at, and in a sandbox should it be opened all the same.
 */
export function fileAnswer(
  response: Response,
  { name, type, bytes }: Pick<EvidenceFileRow, 'name' | 'type' | 'bytes'>,
  content: FileHandle,
): StreamableFile {
  response.attachment(name);
  response.set({
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  return new StreamableFile(content.createReadStream(), { type: FILE_TYPES[type].mime, length: bytes });
}
