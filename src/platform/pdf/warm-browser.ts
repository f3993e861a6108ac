import type { Browser } from 'puppeteer';
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

  /** Prints on a free page. A page on which anything fails is not used again. */
  async print(html: string, timeoutMs: number): Promise<Uint8Array> {
    this.borrowed += 1;
    this.prints += 1;
    try {
      const page = this.free.pop() ?? (await GuardedPage.open(this.browser, this.onSecurityEvent));
      const bytes = await this.printOn(page, html, timeoutMs);
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
    const closed = await within(CLOSE_TIMEOUT_MS, this.browser.close());
    if (!closed) this.browser.process()?.kill('SIGKILL');
  }

  private async printOn(page: GuardedPage, html: string, timeoutMs: number): Promise<Uint8Array> {
    try {
      return await page.print(html, timeoutMs);
    } catch (error) {
      // A page that does not even close is stuck for good, and its browser with it.
      if (!(await within(CLOSE_TIMEOUT_MS, page.close()))) await this.close();
      throw error;
    }
  }
}

/** True when the work ended in time, well or not: on a browser that is gone there is nothing left to close. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
