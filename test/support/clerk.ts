import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { type Who } from './start-app';
import type { Look, Web } from './web';

const FINDERS = readFileSync(join(__dirname, 'find-on-page.js'), 'utf8');

/** Somebody at a browser, who reads what is on the screen and works with what is labelled. */
export class Clerk {
  private constructor(
    private readonly web: Web,
    readonly page: Page,
  ) {}

  /** Logged in. */
  static async of(web: Web, who: Who, look: Look = {}): Promise<Clerk> {
    return new Clerk(web, await web.visitor(who, look));
  }

  /** Not logged in. */
  static async stranger(web: Web, look: Look = {}): Promise<Clerk> {
    return new Clerk(web, await web.stranger(look));
  }

  async open(path: string): Promise<void> {
    const answer = await this.page.goto(this.web.address + path);
    if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
  }

  /** Types into the field of this label, in place of what stands there; `near` as in `press`. */
  async fill(label: string, text: string, near = ''): Promise<void> {
    const field = await this.field(label, near);
    await field.evaluate((element: { value: string }) => {
      element.value = '';
    });
    await field.type(text);
  }

  /** Picks the option that bears the text, or ticks the box or button of this label; `near` as in `press`. */
  async choose(label: string, option?: string, near = ''): Promise<void> {
    const field = await this.field(label, near);
    if (option === undefined) return field.click();
    const texts = await field.$$eval('option', (all) => all.map(({ text, value }) => ({ text, value })));
    const wanted = texts.find(({ text }) => text.trim().startsWith(option));
    if (!wanted) throw new Error(`“${label}” has no “${option}”: ${JSON.stringify(texts)}`);
    await field.select(wanted.value);
  }

  /** Hands files from the computer to the field of this label. */
  async attach(label: string, ...paths: string[]): Promise<void> {
    await (await this.field(label)).uploadFile(...paths);
  }

  /**
   * Presses the button, or follows the link, that bears this text; waits for the page behind it. Where several do,
   * `near` is a text that stands in the same row, section or group.
   */
  async press(text: string, near = ''): Promise<void> {
    const target = await this.found('pressed', text, near);
    await Promise.all([this.page.waitForNavigation(), target.click()]);
  }

  /** The file behind the link that bears this text. */
  async download(text: string, near = ''): Promise<{ type: string; bytes: Buffer }> {
    const link = await this.found('pressed', text, near);
    const href = await link.evaluate(({ href: to }: { href: string }) => to);
    const cookies = await this.page.browserContext().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await fetch(href, { headers: { cookie } });
    const type = answer.headers.get('content-type') ?? '';
    return { type, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** What the main part of the page says, without empty lines. */
  async read(): Promise<string> {
    const text = String(await this.page.evaluate('document.querySelector("main").innerText'));
    return text.replace(/\n\s*\n/g, '\n');
  }

  /** The address without the host. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async leave(): Promise<void> {
    await this.page.browserContext().close();
  }

  private field(label: string, near = ''): Promise<ElementHandle> {
    return this.found('field', label, near);
  }

  private async found(find: 'field' | 'pressed', text: string, near: string): Promise<ElementHandle> {
    const call = `findOnPage.${find}(${JSON.stringify(text)}, ${JSON.stringify(near)})`;
    const handle = await this.page.evaluateHandle(`(() => { ${FINDERS}; return ${call}; })()`);
    const element = handle.asElement() as ElementHandle | null;
    if (element) return element;
    const where = near === '' ? '' : ` near “${near}”`;
    throw new Error(`“${text}”${where} is not on ${this.page.url()}:\n${await this.read()}`);
  }
}
