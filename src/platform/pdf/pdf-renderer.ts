import { realpath, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { DomainError } from '../../domain/domain-error';
import { sha256Hex } from '../hash';
import { findBrowser } from './find-browser';
import type { OnSecurityEvent, SecurityEvent } from './guarded-page';
import { JobQueue } from './job-queue';
import { stabilise } from './stable-bytes';
import { WarmBrowser } from './warm-browser';

export interface RendererOptions {
  /** Default: what `findBrowser` finds. */
  executablePath?: string;
  /** Documents printed at once; default: one for each core, at most 8. */
  pages?: number;
  /** Documents that may wait for a page before `renderer-busy`; default: no limit. */
  waitingLimit?: number;
  /** The browser is restarted after so many prints, so that its memory does not grow; default 500. */
  printsPerBrowser?: number;
  /** For one document, in milliseconds; default 60 000. */
  timeoutMs?: number;
  onSecurityEvent?: OnSecurityEvent;
}

const ATTEMPTS = 5;
const UNDATED = '2000-01-01';

/**
 * Prints HTML to PDF in one warm browser that starts with the first print. A document reaches nothing beyond itself:
 * whatever it asks for but `data:` is refused, counted and reported. The same HTML gives the same bytes.
 */
export class PdfRenderer {
  private browser?: Promise<WarmBrowser>;
  private readonly queue: JobQueue;
  private refusals = 0;

  private constructor(
    private readonly executablePath: string,
    /** Changes with the browser, and with nothing else: part of the key of a cached print. */
    readonly fingerprint: string,
    readonly pages: number,
    private readonly options: RendererOptions,
  ) {
    this.queue = new JobQueue(pages, options.waitingLimit ?? Infinity);
  }

  /** Throws DomainError `no-browser` when there is none on this machine. */
  static async open(options: RendererOptions = {}): Promise<PdfRenderer> {
    const path = options.executablePath ?? (await findBrowser());
    if (!path) throw new DomainError('no-browser');
    const pages = options.pages ?? Math.min(8, availableParallelism());
    return new PdfRenderer(path, await fingerprintOf(path), pages, options);
  }

  /** How many requests of documents were refused so far. */
  get refused(): number {
    return this.refusals;
  }

  /** The process of the browser that prints now; undefined before the first print. For logs and health. */
  async processId(): Promise<number | undefined> {
    return (await this.browser)?.processId;
  }

  /**
   * The PDF of one document, dated `day` (`YYYY-MM-DD`). A print lost to a crash is tried again. Throws DomainError
   * `renderer-busy`, `print-timeout` or `print-failed`, and the reason of the signal, which ends a print in hand too.
   */
  async print(
    html: string,
    { day = UNDATED, signal }: { day?: string; signal?: AbortSignal } = {},
  ): Promise<Uint8Array> {
    const printed = await this.queue.run(() => {
      signal?.throwIfAborted();
      return this.attempt(html, signal);
    });
    return stabilise(printed, day);
  }

  /** Lets the work in hand end, then closes the browser. */
  async close(): Promise<void> {
    await this.queue.idle();
    const browser = this.browser;
    this.browser = undefined;
    await browser?.then(
      (running) => running.close(),
      () => undefined,
    );
  }

  private async attempt(html: string, signal?: AbortSignal): Promise<Uint8Array> {
    let reason: unknown;
    for (let left = ATTEMPTS; left > 0; left -= 1) {
      const browser = await this.warm();
      try {
        return await browser.print(html, this.options.timeoutMs ?? 60_000, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof DomainError) throw error;
        reason = error;
      }
    }
    throw new DomainError('print-failed', { reason: reason instanceof Error ? reason.message : '' });
  }

  /** The running browser; a new one in place of one that is gone or has printed its share. */
  private async warm(): Promise<WarmBrowser> {
    const current = this.browser;
    const browser = await (current ?? this.start());
    if (browser.connected && browser.printed < (this.options.printsPerBrowser ?? 500)) return browser;
    // Several prints may find the same worn browser: the first replaces it, the others follow.
    if (this.browser === current) {
      void browser.retire();
      void this.start();
    }
    return this.warm();
  }

  private start(): Promise<WarmBrowser> {
    const starting = WarmBrowser.start(this.executablePath, (event) => this.report(event));
    this.browser = starting;
    starting.catch(() => {
      if (this.browser === starting) this.browser = undefined;
    });
    return starting;
  }

  private report(event: SecurityEvent): void {
    this.refusals += 1;
    this.options.onSecurityEvent?.(event);
  }
}

/** A browser that is updated is another file: no need to start it to know. */
async function fingerprintOf(executablePath: string): Promise<string> {
  const path = await realpath(executablePath);
  const { size, mtimeMs } = await stat(path);
  return sha256Hex(`${path} ${size} ${mtimeMs}`).slice(0, 16);
}
