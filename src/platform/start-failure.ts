import { ConfigError } from './config/config';
import { DatabaseUnreachable } from './database/database';
import { message } from './messages/message';

/** Why the service does not start, in Vietnamese lines for the person at the keyboard; never a stack. */
export function reasonLines(error: unknown): string[] {
  if (error instanceof ConfigError) return error.lines;
  if (error instanceof DatabaseUnreachable) return [message('start.database', error.params)];
  if (isListenError(error)) return [listenLine(error)];
  return [message('start.failed', { reason: error instanceof Error ? error.message : String(error) })];
}

interface ListenError extends Error {
  code: string;
  syscall: string;
  address?: string;
  port?: number;
}

function isListenError(error: unknown): error is ListenError {
  return (
    error instanceof Error &&
    'syscall' in error &&
    (error.syscall === 'listen' || error.syscall === 'getaddrinfo')
  );
}

function listenLine({ code, address = '', port = 0 }: ListenError): string {
  const key = code === 'EADDRINUSE' ? 'start.port-taken' : 'start.host';
  return message(key, { host: address, port, reason: code });
}
