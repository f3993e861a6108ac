import type { Page } from 'puppeteer';
import { type Who } from './start-app';
import type { Web } from './web';

/** Somebody at a browser, who reads what is on the screen and works with what is labelled. */
export class Clerk {
  private constructor(
    private readonly web: Web,
    readonly page: Page,
  ) {}

  static async of(
    web: Web,
    who: Who,
    options: { javascript?: boolean; width?: number } = {},
  ): Promise<Clerk> {
    return new Clerk(web, await web.visitor(who, options));
  }

  async open(path: string): Promise<void> {
    const answer = await this.page.goto(this.web.address + path);
    if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
  }

  /** Types into the field of this label, in place of what stands there. */
  async fill(label: string, text: string): Promise<void> {
    const selector = await this.fieldOf(label);
    await this.page.evaluate(`document.querySelector(${JSON.stringify(selector)}).value = ''`);
    await this.page.type(selector, text);
  }

  /** Picks the option that bears the text, or ticks the box or button of this label. */
  async choose(label: string, option?: string): Promise<void> {
    const selector = await this.fieldOf(label);
    if (option === undefined) return this.page.click(selector);
    const options = `[...document.querySelectorAll(${JSON.stringify(`${selector} option`)})]`;
    const isWanted = `(each) => each.textContent.trim().startsWith(${JSON.stringify(option)})`;
    const value = await this.page.evaluate(`${options}.find(${isWanted})?.value ?? ''`);
    await this.page.select(selector, value as string);
  }

  /** Presses the button, or follows the link, that bears exactly this text; waits for the page behind it. */
  async press(text: string): Promise<void> {
    const xpath = `//main//*[self::button or self::a][not(@aria-hidden)][normalize-space()=${quoted(text)}]`;
    const target = await this.page.$(`::-p-xpath(${xpath})`);
    if (!target) throw new Error(`“${text}” is not on ${this.page.url()}:\n${await this.read()}`);
    await Promise.all([this.page.waitForNavigation(), target.click()]);
  }

  /** What the main part of the page says. */
  async read(): Promise<string> {
    return String(await this.page.evaluate('document.querySelector("main").innerText'));
  }

  /** The address without the host. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async leave(): Promise<void> {
    await this.page.browserContext().close();
  }

  private async fieldOf(label: string): Promise<string> {
    const isWanted = `(each) => each.innerText.trim().startsWith(${JSON.stringify(label)})`;
    const found = await this.page.evaluate(
      `[...document.querySelectorAll('main label')].find(${isWanted})?.htmlFor ?? ''`,
    );
    if (!found) throw new Error(`no field “${label}” on ${this.page.url()}:\n${await this.read()}`);
    return `[id="${found as string}"]`;
  }
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
