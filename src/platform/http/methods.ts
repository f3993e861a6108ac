import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '../../domain/domain-error';

/** What this file needs of a layer of Express's router. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** One route that the running application answers. */
export interface ServedRoute {
  method: string;
  path: string;
}

/** How Express marks a handler for every method: the framework's own net under the routes. */
const EVERY = '_all';

/** The files of the documentation at `/api`, which no route names. */
const DOCUMENTATION =
  /^\/api\/(swagger-ui(\.css|-bundle\.js|-standalone-preset\.js)|favicon-(16x16|32x32)\.png)$/;

/** Every route of the application, as the router knows it. */
export function servedRoutes(app: NestExpressApplication): ServedRoute[] {
  return routes(app).flatMap(({ route: { path, methods } }) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** Answers 404 for a path that is not ours, and 405 with `Allow` where only the method is not. */
export function refuseUnservedRequests(app: NestExpressApplication): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (DOCUMENTATION.test(request.path)) return next();
    const allowed = methodsFor(app, request.path);
    if (allowed.has(request.method)) return next();
    if (allowed.size === 0) return next(new DomainError('route-not-found'));
    response.setHeader('Allow', [...allowed].sort().join(', '));
    next(new DomainError('method-not-allowed'));
  };
}

function methodsFor(app: NestExpressApplication, path: string): Set<string> {
  const methods = routes(app)
    .filter((layer) => matches(layer, path))
    .flatMap(({ route }) => Object.keys(route.methods));
  return new Set(methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])));
}

/** A path that cannot be decoded is nobody's. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}

function routes(app: NestExpressApplication): Required<Layer>[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  return router.stack.filter(isRoute);
}

function isRoute(layer: Layer): layer is Required<Layer> {
  return layer.route !== undefined && !(EVERY in layer.route.methods);
}
