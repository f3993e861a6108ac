import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '../../domain/domain-error';

/** What this file needs of a layer of Express's router. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  match(path: string): unknown;
}

/** One route that the running application answers. */
interface ServedRoute {
  path: string;
  /** In upper case; whoever may GET may HEAD. */
  methods: ReadonlySet<string>;
  /** Whether the address of a request is this route's. */
  matches(address: string): boolean;
}

/** How Express marks a handler for every method: the framework's own net under the routes. */
const EVERY = '_all';

/** The files of the documentation at `/api`, which no route names. */
const DOCUMENTATION =
  /^\/api\/(swagger-ui(\.css|-bundle\.js|-standalone-preset\.js)|favicon-(16x16|32x32)\.png)$/;

/** Every route of the application, as the router knows it. Complete once the application is initialised. */
export function servedRoutes(app: NestExpressApplication): ServedRoute[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  return router.stack.filter(isRoute).map((layer) => ({
    path: layer.route.path,
    methods: methodsOf(layer),
    matches: (address) => matches(layer, address),
  }));
}

/** Answers 404 for a path that is not ours, and 405 with `Allow` where only the method is not. */
export function refuseUnservedRequests(app: NestExpressApplication): RequestHandler {
  let routes: ServedRoute[] | undefined;
  let plain: ReadonlySet<string> | undefined;
  return ({ method, path }: Request, response: Response, next: NextFunction) => {
    if (DOCUMENTATION.test(path)) return next();
    routes ??= servedRoutes(app);
    // Most pages stand at an address without parts that vary: it is looked up, not matched against hundreds of patterns.
    plain ??= new Set(routes.flatMap((route) => [...route.methods].map((each) => `${each} ${route.path}`)));
    if (plain.has(`${method} ${path}`)) return next();
    if (routes.some((route) => route.methods.has(method) && route.matches(path))) return next();
    const allowed = new Set(
      routes.filter((route) => route.matches(path)).flatMap(({ methods }) => [...methods]),
    );
    if (allowed.size === 0) return next(new DomainError('route-not-found'));
    response.setHeader('Allow', [...allowed].sort().join(', '));
    next(new DomainError('method-not-allowed'));
  };
}

function isRoute(layer: Layer): layer is Required<Layer> {
  return layer.route !== undefined && !(EVERY in layer.route.methods);
}

function methodsOf({ route }: Required<Layer>): Set<string> {
  const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
  return new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods);
}

/** A path that cannot be decoded is nobody's. */
function matches(layer: Layer, path: string): boolean {
  try {
    return Boolean(layer.match(path));
  } catch {
    return false;
  }
}
