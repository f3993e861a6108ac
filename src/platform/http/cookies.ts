import cookieParser from 'cookie-parser';
import type { RequestHandler } from 'express';

/** Reads the cookies of a request. The parser takes `j:…` for JSON: none of ours is, and whoever reads one expects text. */
export function textCookies(): RequestHandler[] {
  return [cookieParser(), dropObjects];
}

const dropObjects: RequestHandler = (request, _response, next) => {
  const cookies = Object.entries((request.cookies ?? {}) as Record<string, unknown>);
  request.cookies = Object.fromEntries(cookies.filter(([, value]) => typeof value === 'string'));
  next();
};
