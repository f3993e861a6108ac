import type { NestExpressApplication } from '@nestjs/platform-express';
import { Config } from './platform/config/config';
import { acceptBodies } from './platform/http/body';
import { refuseUncleanInput } from './platform/http/clean-body';
import { VersionEtag } from './platform/http/etag';
import { refuseUnservedRequests } from './platform/http/methods';
import { NfcAddress } from './platform/http/nfc';
import { serveOpenApi } from './platform/http/openapi';
import { PageLinks } from './platform/http/page';
import { ProblemFilter } from './platform/http/problem.filter';
import { securityHeaders } from './platform/http/security-headers';
import { validationPipe } from './platform/http/validation';
import { Log } from './platform/logging/log';
import { requestLog } from './platform/logging/request-log';

/** Everything about the application that is not a module; the same for the service and its tests. */
export function setUp(app: NestExpressApplication): NestExpressApplication {
  const log = app.get(Log);
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'ready'] });
  app.set('etag', false);
  app.use(requestLog(log), ...securityHeaders(), refuseUnservedRequests(app));
  acceptBodies(app, app.get(Config).maxBodyMb);
  app.use(refuseUncleanInput);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new NfcAddress(), validationPipe());
  app.useGlobalInterceptors(new VersionEtag(), new PageLinks());
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  serveOpenApi(app);
  return app;
}
