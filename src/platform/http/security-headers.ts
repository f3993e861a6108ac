import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const NOTHING_FOREIGN = {
  defaultSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** No inline script or style; the only exception is the style inside the page at `/api`, which is not ours. */
export function securityHeaders(): RequestHandler[] {
  const strict = policy(["'self'"]);
  const documentation = policy(["'self'", "'unsafe-inline'"]);
  const choose = (request: Request, response: Response, next: NextFunction): void =>
    (isDocumentation(request.path) ? documentation : strict)(request, response, next);
  return [helmet({ contentSecurityPolicy: false, strictTransportSecurity: false }), choose];
}

/** The service speaks plain HTTP on its own host: whoever puts TLS in front adds HSTS there. */
function policy(styleSrc: string[]): ReturnType<typeof helmet.contentSecurityPolicy> {
  const directives = { ...NOTHING_FOREIGN, styleSrc, imgSrc: ["'self'", 'data:'] };
  return helmet.contentSecurityPolicy({ useDefaults: false, directives });
}

function isDocumentation(path: string): boolean {
  return path === '/api' || path === '/api/';
}
