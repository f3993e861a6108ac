import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/**
 * The framework's own lines, through the same log; its start-up chatter only when debugging. Until the service has started
 * its errors are left out: they are thrown too, and whoever starts the service reads one sentence instead.
 */
export class FrameworkLog implements LoggerService {
  private hasStarted = false;

  constructor(private readonly to: Log) {}

  started(): void {
    this.hasStarted = true;
  }

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
    if (this.hasStarted) this.to.error({ err: thrown }, 'framework error');
  }
}

function line(text: unknown): string {
  return typeof text === 'string' ? text : 'framework';
}
