import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type RequestHandler } from 'express';
import { projectRoot } from '../project';

const HOUR = 3_600_000;

/** Style sheet, scripts and fonts, all from this host: of the program, and of the packages that it brings with it. */
export function serveAssets(app: NestExpressApplication): void {
  app.use('/assets/fonts', files(join(packageFolder('@fontsource/be-vietnam-pro'), 'files')));
  app.use('/assets/fonts', files(join(projectRoot, 'templates', 'fonts')));
  app.use('/assets', only('/htmx.min.js', files(join(packageFolder('htmx.org'), 'dist'))));
  app.use('/assets', files(join(projectRoot, 'templates', 'assets')));
}

function files(folder: string): RequestHandler {
  return express.static(folder, { index: false, maxAge: HOUR, etag: true, fallthrough: true });
}

function only(path: string, handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (request.path === path) return handler(request, response, next);
    next();
  };
}

function packageFolder(name: string): string {
  return join(projectRoot, 'node_modules', name);
}
