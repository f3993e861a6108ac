import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** The framework's own lines, through the same log; its start-up chatter only when debugging. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(text: unknown, context?: string): void {
    this.to.pino.debug({ context }, line(text));
  }

  debug(text: unknown, context?: string): void {
    this.log(text, context);
  }

  verbose(text: unknown, context?: string): void {
    this.log(text, context);
  }

  warn(text: unknown, context?: string): void {
    this.to.warn({ context }, line(text));
  }

  error(thrown: unknown): void {
    this.to.error({ err: thrown }, 'framework error');
  }
}

function line(text: unknown): string {
  return typeof text === 'string' ? text : 'framework';
}
