import { CommanderError } from 'commander';
import { DomainError, InputRefused } from '../domain/domain-error';
import { ConfigError } from '../platform/config/config';
import { message } from '../platform/messages/message';
import { isRefusalOfTheBrowser } from '../platform/pdf/renderer-refusals';
import { explain } from './terminal';

/** A refusal whose lines are ready to be read: findings, or one sentence. Nothing was written. */
export class Refusal extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
    this.name = 'Refusal';
  }
}

/** A refusal of one sentence of the messages file. */
export function refuse(key: string, params: Record<string, string | number> = {}): never {
  throw new Refusal([message(key, params)]);
}

/** 2 for a wrong command line, 1 for everything else; help and version that were asked for are 0. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof CommanderError)) return 1;
  return error.exitCode === 0 ? 0 : 2;
}

/** Tells a person what went wrong, in Vietnamese; the stack only with `debug`. */
export function report(error: unknown, { debug }: { debug: boolean }): void {
  for (const line of linesOf(error)) explain(line);
  if (debug && error instanceof Error) explain(error.stack ?? error.message);
}

function linesOf(error: unknown): string[] {
  if (error instanceof Refusal || error instanceof ConfigError) return error.lines;
  if (error instanceof InputRefused)
    return error.findings.map(({ code, params }) => message(`finding.${code}`, params));
  if (error instanceof DomainError)
    return [message(`error.${error.code}`, error.params), ...technicalOf(error)];
  if (isSystemError(error)) return [systemSentence(error)];
  return [message('cli.failure.unexpected')];
}

/** What the browser said of it: for whoever has to mend it, on no screen. */
function technicalOf(error: DomainError): string[] {
  const { reason } = error.params;
  return isRefusalOfTheBrowser(error) && reason ? [message('cli.failure.technical', { reason })] : [];
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** The file system's refusals that a person can mend. */
const SYSTEM = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EBUSY',
  'ENAMETOOLONG',
  'EMFILE',
  'EADDRINUSE',
]);

function systemSentence({ code = '', path = '' }: NodeJS.ErrnoException): string {
  const known = SYSTEM.has(code) ? `cli.failure.${code}` : 'cli.failure.system';
  return message(known, { code, path: path || message('cli.failure.the-file') });
}
