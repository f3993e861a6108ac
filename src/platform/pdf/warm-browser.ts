import type { Browser } from 'puppeteer';
import { DomainError } from '../../domain/domain-error';
import { GuardedPage, type OnSecurityEvent } from './guarded-page';
import { launchBrowser } from './launch';

const CLOSE_TIMEOUT_MS = 5_000;

/** One running browser with its free pages. */
export class WarmBrowser {
  private readonly free: GuardedPage[] = [];
  private borrowed = 0;
  private prints = 0;
  private retired = false;

  private constructor(
    private readonly browser: Browser,
    private readonly onSecurityEvent: OnSecurityEvent,
  ) {}

  static async start(executablePath: string, onSecurityEvent: OnSecurityEvent): Promise<WarmBrowser> {
    return new WarmBrowser(await launchBrowser(executablePath), onSecurityEvent);
  }

  get connected(): boolean {
    return this.browser.connected;
  }

  get printed(): number {
    return this.prints;
  }

  get processId(): number | undefined {
    return this.browser.process()?.pid;
  }

  /** Prints on a free page. A page on which anything fails is not used again. Throws the reason of the signal too. */
  async print(html: string, timeoutMs: number, signal?: AbortSignal): Promise<Uint8Array> {
    this.borrowed += 1;
    this.prints += 1;
    try {
      const page = this.free.pop() ?? (await GuardedPage.open(this.browser, this.onSecurityEvent));
      const bytes = await this.printOn(page, html, timeoutMs, signal);
      this.free.push(page);
      return bytes;
    } finally {
      this.borrowed -= 1;
      if (this.retired && this.borrowed === 0) await this.close();
    }
  }

  /** Takes no new work, and closes when the last print in hand has ended. */
  async retire(): Promise<void> {
    this.retired = true;
    if (this.borrowed === 0) await this.close();
  }

  async close(): Promise<void> {
    if ((await within(CLOSE_TIMEOUT_MS, this.browser.close())) === 'late') this.kill();
  }

  private async printOn(
    page: GuardedPage,
    html: string,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    try {
      // It may have been called off while its page was opened: nobody tells of it a second time.
      signal?.throwIfAborted();
      const print = page.print(html);
      const ended = await within(timeoutMs, print, signal);
      signal?.throwIfAborted();
      if (ended === 'late') throw new DomainError('print-timeout');
      return await print;
    } catch (error) {
      // A page that does not even close is stuck for good: its browser goes, and what else it had in hand is tried again.
      if ((await within(CLOSE_TIMEOUT_MS, page.close())) === 'late') this.kill();
      throw error;
    }
  }

  /** The whole group: the program found may be a script that has started the browser. */
  private kill(): void {
    const id = this.processId;
    if (id === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? id : -id, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** Waits for work to end, well or not, but no longer than so many milliseconds, nor than until it is called off. */
async function within(
  milliseconds: number,
  work: Promise<unknown>,
  signal?: AbortSignal,
): Promise<'ended' | 'late'> {
  let stop = () => {};
  const late = new Promise<'late'>((resolve) => {
    const timer = setTimeout(() => resolve('late'), milliseconds);
    const end = () => resolve('late');
    signal?.addEventListener('abort', end);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    };
  });
  const ended = work.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  return Promise.race([ended, late]).finally(() => stop());
}
