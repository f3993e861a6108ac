import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { newId } from '../database/new-id';
import type { Log } from './log';

/**
 * One line a request: id, method, route pattern, status, milliseconds. No address, header, query or body: the pattern
 * `/api/v1/nominations/:id` says what was asked without saying about whom.
 */
export function requestLog({ pino }: Log): HttpLogger {
  return pinoHttp({
    logger: pino,
    genReqId: requestId,
    quietReqLogger: true,
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customAttributeKeys: { responseTime: 'ms', reqId: 'request' },
    customSuccessObject: facts,
    customErrorObject: (request, response, _error, value: object) => facts(request, response, value),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
  });
}

function facts(request: IncomingMessage, response: ServerResponse, value: object): object {
  return { ...value, method: request.method, route: routePattern(request), status: response.statusCode };
}

/** Our own id, never one that a sender gives: that may hold anything. */
function requestId(_request: IncomingMessage, response: ServerResponse): string {
  const id = newId();
  response.setHeader('X-Request-Id', id);
  return id;
}

function routePattern(request: IncomingMessage & { route?: { path?: unknown } }): string {
  const path = request.route?.path;
  return typeof path === 'string' ? path : 'none';
}
