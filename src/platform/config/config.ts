import { message } from '../messages/message';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment, read once and checked. Everything that can be set from outside is here. */
export class Config {
  /** `postgres://…`; absent is SQLite under `dataDir`. */
  databaseUrl?: string;
  dataDir!: string;
  host!: string;
  /** 0 lets the system choose a free one. */
  port!: number;
  logLevel!: LogLevel;
  /** Largest request body, in megabytes. */
  maxBodyMb!: number;
  /** Largest file that somebody may upload, in megabytes. */
  maxUploadMb!: number;
  /** What all files of one unit in one phase may take, in megabytes. */
  maxUnitMb!: number;
  /** Where the virus scanner clamd listens; absent is no scanner. */
  clamd?: ScannerAddress;
  /** `smtp://…` or `smtps://…`; absent is no e-mail. */
  smtpUrl?: string;
  /** The sender of e-mails. */
  mailFrom!: string;
  /** Where people open the pages, for links in e-mails; without a slash at the end. */
  publicUrl?: string;
  browserPath?: string;
  /** Exports of dossiers that may wait or be under way; past it the next is told to come again. */
  maxExports!: number;
  /** What finished exports, and what prints kept for the next export, may take each, in megabytes; the oldest go first. */
  maxKeptMb!: number;
  /** Whether the service itself does exports, or leaves them to `thidua worker`. */
  exportsHere!: boolean;
}

/** By the network, or by a socket in the file system. */
export type ScannerAddress = { host: string; port: number } | { socket: string };

/** Every variable with a wrong value, as Vietnamese lines that name variable, value and what is allowed. */
export class ConfigError extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads the variables from an environment. Throws a ConfigError that names all wrong ones at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const wrong: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined): T => {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const value = parse(text);
    if (value === undefined) wrong.push(complaint(name, text));
    return value ?? fallback;
  };
  const config: Config = {
    databaseUrl: read<string | undefined>('DATABASE_URL', undefined, postgresUrl),
    dataDir: read('DATA_DIR', 'data', plainText),
    host: read('HOST', '127.0.0.1', hostName),
    port: read('PORT', 3000, wholeNumber(0, 65_535)),
    logLevel: read<LogLevel>('LOG_LEVEL', 'info', logLevel),
    maxBodyMb: read('MAX_BODY_MB', 10, wholeNumber(1, 1_000)),
    maxUploadMb: read('MAX_UPLOAD_MB', 20, wholeNumber(1, 500)),
    maxUnitMb: read('MAX_UNIT_MB', 500, wholeNumber(1, 100_000)),
    clamd: read<ScannerAddress | undefined>('CLAMD', undefined, scannerAddress),
    smtpUrl: read<string | undefined>('SMTP_URL', undefined, urlOf(/^smtps?:$/)),
    mailFrom: read('MAIL_FROM', 'thidua@localhost', mailAddress),
    publicUrl: read<string | undefined>('PUBLIC_URL', undefined, publicUrl),
    browserPath: read<string | undefined>('PUPPETEER_EXECUTABLE_PATH', undefined, plainText),
    maxExports: read('MAX_EXPORTS', 20, wholeNumber(1, 1_000)),
    maxKeptMb: read('MAX_KEPT_MB', 10_000, wholeNumber(100, 10_000_000)),
    exportsHere: read('EXPORTS_HERE', true, yesOrNo),
  };
  if (wrong.length > 0) throw new ConfigError(wrong);
  return config;
}

function complaint(name: string, text: string): string {
  const value = name.endsWith('_URL') ? withoutPassword(text) : shown(text);
  return message('config.wrong', { name, value, allowed: message(`config.allowed.${name}`) });
}

/** A value that is no URL may hold a password anywhere: then nothing of it is shown. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '***';
  const { protocol, host, pathname } = new URL(url);
  if (host === '') return '***';
  return shown(`${protocol}//***@${host}${pathname}`);
}

/** One short line, whatever was set. */
function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

function postgresUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, pathname } = new URL(text);
  const named = /^postgres(ql)?:$/.test(protocol) && hostname !== '' && pathname.length > 1;
  return named ? text : undefined;
}

function urlOf(protocols: RegExp): (text: string) => string | undefined {
  return (text) => {
    if (!URL.canParse(text)) return undefined;
    const { protocol, hostname } = new URL(text);
    return protocols.test(protocol) && hostname !== '' ? text : undefined;
  };
}

function publicUrl(text: string): string | undefined {
  const url = urlOf(/^https?:$/)(text);
  return url === undefined || /[?#]/.test(url) ? undefined : url.replace(/\/+$/, '');
}

/** `thidua@so.gov.vn`, or with a name before it: `Thi đua <thidua@so.gov.vn>`. */
function mailAddress(text: string): string | undefined {
  const line = plainText(text);
  return line && /^([^<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(line) ? line : undefined;
}

/** `127.0.0.1:3310`, `[::1]:3310`, or the path of a socket. */
function scannerAddress(text: string): ScannerAddress | undefined {
  if (text.startsWith('/')) return plainText(text) === undefined ? undefined : { socket: text };
  const [, host = '', digits = ''] = /^\[?([A-Za-z0-9.:_-]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  const port = wholeNumber(1, 65_535)(digits);
  return host === '' || port === undefined ? undefined : { host, port };
}

function plainText(text: string): string | undefined {
  return /\p{Cc}/u.test(text) ? undefined : text;
}

function hostName(text: string): string | undefined {
  return /^[A-Za-z0-9.:_-]+$/.test(text) ? text : undefined;
}

function wholeNumber(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= least && value <= most ? value : undefined;
  };
}

function yesOrNo(text: string): boolean | undefined {
  return text === '1' ? true : text === '0' ? false : undefined;
}

function logLevel(text: string): LogLevel | undefined {
  return LOG_LEVELS.find((level) => level === text);
}
