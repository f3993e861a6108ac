import type { Request } from 'express';

/** Where a whole list of nominations is sent, as Express matches it: in any case, with or without a slash at the end. */
const IMPORTS = /^\/api\/v1\/campaigns\/[^/]+\/phases\/[^/]+\/imports\/?$/i;

/** Whether the request is for a route that takes a document of any length, and in the form that an office keeps it. */
export function takesDocuments({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return method === 'POST' && IMPORTS.test(path);
}
