import type { Browser, HTTPRequest, Page } from 'puppeteer';

/** Something in a document tried to reach beyond it, and was refused. */
export interface SecurityEvent {
  /** At most 200 characters of the address. */
  url: string;
  /** `image`, `stylesheet`, `document`, `websocket`… */
  resource: string;
}

export type OnSecurityEvent = (event: SecurityEvent) => void;

const SHOWN_LENGTH = 200;

/** One page that shows what it is given and nothing else: no scripts, no network, no request but `data:`. */
export class GuardedPage {
  private constructor(private readonly page: Page) {}

  static async open(browser: Browser, onSecurityEvent: OnSecurityEvent): Promise<GuardedPage> {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    await page.setRequestInterception(true);
    page.on('request', (request) => void refuse(request, onSecurityEvent));
    return new GuardedPage(page);
  }

  /** The PDF of one document, tagged, on the paper that its own CSS asks for. */
  async print(html: string): Promise<Uint8Array> {
    // Whoever waits for the print keeps the time: a page that is stuck does not answer its own clock either.
    await this.page.setContent(html, { waitUntil: 'load', timeout: 0 });
    return this.page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** `data:` carries its own bytes and goes past interception by itself; a request that is already answered is left alone. */
async function refuse(request: HTTPRequest, onSecurityEvent: OnSecurityEvent): Promise<void> {
  const url = request.url();
  if (url.startsWith('data:')) return request.continue().catch(ignoreGonePage);
  onSecurityEvent({ url: url.slice(0, SHOWN_LENGTH), resource: request.resourceType() });
  await request.abort('blockedbyclient').catch(ignoreGonePage);
}

/** A page that was closed meanwhile has taken its requests along: nothing is left to refuse. */
function ignoreGonePage(): void {}
