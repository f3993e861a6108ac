import { createReadStream } from 'node:fs';
import type { Request } from 'express';
import { DomainError } from '../../domain/domain-error';
import type { Upload } from '../../platform/http/uploads';
import type { Sent } from './incoming-file';

/** A file of a form; its sender may have gone, and the file with them. */
export function sentUpload({ name, path }: Upload): Sent {
  return { name, bytes: () => wholly(createReadStream(path)) };
}

/** The body of a request as a file. What is left of it when it is refused is not read, and the answer still goes out. */
export function sentBody(request: Request, name: unknown): Sent {
  return {
    name: typeof name === 'string' ? name : '',
    bytes: () => wholly(request.iterator({ destroyOnReturn: false })),
  };
}

/** Throws `malformed-request` where the sender breaks off. */
async function* wholly(source: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield chunk as Buffer;
  } catch {
    throw new DomainError('malformed-request');
  }
}
