import type { Server } from 'node:http';
import type { RequestHandler } from 'express';

/**
 * A service that stops takes no new connection, but one that is in use at that moment would stay open from request to
 * request, and a page that asks again every second would keep the service from its end. So its answers close it.
 */
export function endConnectionsOf(server: Server): RequestHandler {
  return (_request, response, next) => {
    if (!server.listening) response.setHeader('Connection', 'close');
    next();
  };
}
