import type { NestExpressApplication } from '@nestjs/platform-express';
import { Reflector } from '@nestjs/core';
import type { RequestHandler } from 'express';
import { webSessions } from './features/accounts/web-session';
import { InstallationSecret } from './features/accounts/installation-secret';
import { SessionStore } from './features/accounts/session.store';
import { Config } from './platform/config/config';
import { acceptBodies } from './platform/http/body';
import { refuseUncleanInput } from './platform/http/clean-body';
import { VersionEtag } from './platform/http/etag';
import { refuseUnservedRequests } from './platform/http/methods';
import { textCookies } from './platform/http/cookies';
import { endConnectionsOf } from './platform/http/last-answers';
import { NfcAddress } from './platform/http/nfc';
import { serveOpenApi } from './platform/http/openapi';
import { PageLinks } from './platform/http/page';
import { ProblemFilter } from './platform/http/problem.filter';
import { RefusedUploads } from './platform/http/refused-uploads';
import { securityHeaders } from './platform/http/security-headers';
import { isApi } from './platform/http/surface';
import { inTurn } from './platform/http/turns';
import { acceptUploads } from './platform/http/uploads';
import { validationPipe } from './platform/http/validation';
import { Log } from './platform/logging/log';
import { requestLog } from './platform/logging/request-log';
import { serveAssets } from './platform/views/assets';
import { PageInterceptor } from './platform/views/page.interceptor';
import { Pages } from './platform/views/pages';

/** Everything about the application that is not a module; the same for the service and its tests. */
export function setUp(app: NestExpressApplication): NestExpressApplication {
  const [log, config, pages] = [app.get(Log), app.get(Config), app.get(Pages)];
  app.set('etag', false);
  app.set('trust proxy', 'loopback');
  app.use(requestLog(log), inTurn(), endConnectionsOf(app.getHttpServer()), ...securityHeaders());
  serveAssets(app);
  app.use(...textCookies(), forPages(sessionsOf(app)), refuseUnservedRequests(app));
  acceptBodies(app, config.maxBodyMb);
  acceptUploads(app, config);
  app.use(refuseUncleanInput);
  app.useGlobalFilters(new ProblemFilter(log, pages));
  app.useGlobalPipes(new NfcAddress(), validationPipe());
  app.useGlobalInterceptors(
    new RefusedUploads(app.get(Reflector)),
    new VersionEtag(),
    new PageLinks(),
    new PageInterceptor(pages),
  );
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  serveOpenApi(app);
  return app;
}

function sessionsOf(app: NestExpressApplication): RequestHandler {
  return webSessions(app.get(SessionStore), app.get(InstallationSecret));
}

/** The API knows no cookie: nothing of it is looked up for a program. */
function forPages(handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (isApi(request)) return next();
    handler(request, response, next);
  };
}
