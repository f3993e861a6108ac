import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config';

/** The log of the program: one JSON object a line on standard output, never with personal data. */
export class Log {
  readonly pino: Logger;

  constructor(level: LogLevel, stream: DestinationStream = pino.destination({ dest: 1, sync: true })) {
    const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = pino({ ...options, serializers: { err: failure } }, stream);
  }

  info(facts: object, event: string): void {
    this.pino.info(facts, event);
  }

  warn(facts: object, event: string): void {
    this.pino.warn(facts, event);
  }

  error(facts: object, event: string): void {
    this.pino.error(facts, event);
  }
}

/**
 * What of an error may be kept: kind, code and where it happened. The message of a database error quotes the values
 * of the row, which are names of people.
 */
function failure(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const { name, stack = '' } = thrown;
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: name, code: codeOf(thrown), at: at.map((line) => line.trim()) };
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
