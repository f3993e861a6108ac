import type { Request } from 'express';

/** What programs ask for: the API, its description, and the health of the service. All else is pages for people. */
const FOR_PROGRAMS = /^\/(api|api-json|api-yaml|health|ready)(\/|$)/i;

export function isApi({ path }: Pick<Request, 'path'>): boolean {
  return FOR_PROGRAMS.test(path);
}
