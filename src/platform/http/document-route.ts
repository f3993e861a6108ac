import type { Request } from 'express';

/** Where a whole list of nominations is sent, as Express matches it: in any case, with or without a slash at the end. */
const IMPORTS = /^\/api\/v1\/campaigns\/[^/]+\/phases\/[^/]+\/imports\/?$/i;

/** Whether the request is for a route that takes a document of any length, and in the form that an office keeps it. */
export function takesDocuments({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return method === 'POST' && IMPORTS.test(path);
}

/** The body of a request that is a file of any kind. */
export const FILE_BODY = 'application/octet-stream';

/** Where the file of a piece of evidence, or a signed paper, is sent. */
const FILES =
  /^\/api\/v1\/(nominations\/[^/]+\/evidence\/[^/]+\/file|campaigns\/[^/]+\/phases\/[^/]+\/papers\/[^/]+\/[^/]+\/signed-file)\/?$/i;

/** Whether the request is for a route that reads its body itself, piece by piece, once its sender is known. */
export function takesFile({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return method === 'POST' && FILES.test(path);
}
