import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../src/platform/pdf/find-browser';
import type { TestDatabase } from './each-database';
import { PASSWORD, type TestApp, type Who, startApp } from './start-app';

const PATIENCE = 120_000;
const ROOT = process.getuid?.() === 0;
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** How somebody's browser is set. */
export interface Look {
  javascript?: boolean;
  width?: number;
}

/** The real application behind a port, and a real browser in front of it. */
export class Web {
  /** Addresses outside the application that any page has asked for. */
  readonly foreign: string[] = [];
  /** What the pages complained about: scripts, styles that the CSP refuses, answers of 500. */
  readonly complaints: string[] = [];

  private constructor(
    readonly app: TestApp,
    readonly address: string,
    private readonly browser: Browser,
  ) {}

  static async open(db: TestDatabase): Promise<Web> {
    const app = await startApp(db);
    await app.app.listen(0, '127.0.0.1');
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const executablePath = await findBrowser();
    const args = [...QUIET, ...(ROOT ? ['--no-sandbox'] : [])];
    const browser = await puppeteer.launch({ executablePath, args });
    return new Web(app, `http://127.0.0.1:${port}`, browser);
  }

  /** A browser of somebody's own, logged in by the login page. */
  async visitor(who: Who, options: Look = {}): Promise<Page> {
    await this.app.browser(who);
    const page = await this.stranger(options);
    await page.goto(`${this.address}/dang-nhap`);
    await page.type('input[name="username"]', who.username);
    await page.type('input[name="password"]', PASSWORD);
    await send(page, 'main form[action="/dang-nhap"] button');
    return page;
  }

  /** A browser that nobody has logged in with; says yes to every question of a page. */
  async stranger({ javascript = true, width = 1280 }: Look = {}): Promise<Page> {
    const context = await this.browser.createBrowserContext();
    const page = await context.newPage();
    // A busy machine is no fault of the page.
    page.setDefaultTimeout(PATIENCE);
    await page.setJavaScriptEnabled(javascript);
    await page.setViewport({ width, height: 900 });
    page.on('dialog', (dialog) => void dialog.accept());
    this.watch(page);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private watch(page: Page): void {
    page.on('request', (request) => {
      if (!request.url().startsWith(this.address) && !request.url().startsWith('data:'))
        this.foreign.push(request.url());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) this.complaints.push(line.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()} ${response.url()}`);
    });
  }
}

/** Clicks what sends a form or follows a link, and waits for the page behind it. */
export async function send(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

/** The first button or link that bears the text, clicked; waits for the page behind it. */
export async function press(page: Page, text: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(`::-p-text(${text})`).click()]);
}

/** The text that a person reads in the main part of the page. */
export function mainText(page: Page): Promise<string> {
  return page.evaluate('document.querySelector("main").innerText') as Promise<string>;
}
