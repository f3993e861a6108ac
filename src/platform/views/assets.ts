import { readFileSync, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type Request, type RequestHandler } from 'express';
import { sha256Hex } from '../hash';
import { projectRoot } from '../project';

const OWN = join(projectRoot, 'templates', 'assets');
const HTMX = join(packageFolder('htmx.org'), 'dist');
const HTMX_FILE = 'htmx.min.js';

/**
 * Stands as `?v=` behind the address of style sheet and scripts: another content is another address, which no browser
 * has kept.
 */
export const assetsVersion = sha256Hex([join(HTMX, HTMX_FILE), ...ownFiles()].map(sha256Of).join()).slice(
  0,
  12,
);

/** Style sheet, scripts and fonts, all from this host: of the program, and of the packages that it brings with it. */
export function serveAssets(app: NestExpressApplication): void {
  app.use('/assets/fonts', files(join(packageFolder('@fontsource/be-vietnam-pro'), 'files')));
  app.use('/assets/fonts', files(join(projectRoot, 'templates', 'fonts')));
  app.use('/assets', only(`/${HTMX_FILE}`, files(HTMX)));
  app.use('/assets', files(OWN));
}

function files(folder: string): RequestHandler {
  return express.static(folder, { index: false, cacheControl: false, setHeaders: sayHowLong });
}

const AN_HOUR = 'public, max-age=3600';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Of another version, asked for by a page of a process before or after this one, nothing is kept under that address. */
function sayHowLong(response: ServerResponse): void {
  const asked = (response as ServerResponse<Request>).req.query['v'];
  const unversioned = asked === undefined ? AN_HOUR : 'no-cache';
  response.setHeader('Cache-Control', asked === assetsVersion ? FOR_EVER : unversioned);
}

function only(path: string, handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (request.path === path) return handler(request, response, next);
    next();
  };
}

function ownFiles(): string[] {
  return readdirSync(OWN).map((name) => join(OWN, name));
}

function sha256Of(path: string): string {
  return sha256Hex(readFileSync(path));
}

function packageFolder(name: string): string {
  return join(projectRoot, 'node_modules', name);
}
