import type { NestExpressApplication } from '@nestjs/platform-express';
import { servedRoutes } from '../../src/platform/http/methods';

/** Every route of the application, once for each method; HEAD is a GET without its body. */
export function routesOf(app: NestExpressApplication): { method: string; path: string }[] {
  return servedRoutes(app).flatMap(({ methods, path }) =>
    [...methods].filter((method) => method !== 'HEAD').map((method) => ({ method, path })),
  );
}
