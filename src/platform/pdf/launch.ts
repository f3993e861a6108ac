import puppeteer, { type Browser } from 'puppeteer';
import { DomainError } from '../../domain/domain-error';

/** Page numbers stand in CSS margin boxes, which Chromium knows since version 131. */
const OLDEST_VERSION = 131;
const LAUNCH_TIMEOUT_MS = 60_000;

/**
 * No barrier alone is enough, so these stand behind the guards of each page: names resolve to nothing, and what asks
 * for an address all the same (preconnect, prefetch, WebSocket; the loopback too) meets a proxy that is not there.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** The same picture on every machine. */
const SAME_EVERYWHERE = ['--font-render-hinting=none', '--force-color-profile=srgb', '--lang=vi'];

/**
 * Starts one headless browser that reaches no network, spoken to through a pipe: no port is opened that other programs
 * of the machine could speak to. Sandboxed, but not for root, whom Chromium refuses to sandbox. Throws
 * DomainError `browser-failed` or `browser-too-old`.
 */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  const browser = await start(executablePath);
  const version = await browser.version();
  if (Number(/\/(\d+)/.exec(version)?.[1] ?? 0) >= OLDEST_VERSION) return browser;
  await browser.close();
  throw new DomainError('browser-too-old', { version, oldest: OLDEST_VERSION });
}

async function start(executablePath: string): Promise<Browser> {
  try {
    const browser = await puppeteer.launch({
      executablePath,
      headless: isShell(executablePath) ? 'shell' : true,
      pipe: true,
      // The program that owns the browser answers signals; the browser ends with the pipe.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: LAUNCH_TIMEOUT_MS,
      args: [...NO_NETWORK, ...SAME_EVERYWHERE, ...(isRoot() ? ['--no-sandbox'] : [])],
    });
    outliveItsPipes(browser);
    return browser;
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new DomainError('browser-failed', { reason: `${executablePath}: ${reason}` });
  }
}

/** A browser that is killed resets its pipes; nobody listens to them any more then, and Node would end with it. */
function outliveItsPipes(browser: Browser): void {
  for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
}

function isShell(executablePath: string): boolean {
  return /headless[-_]shell/.test(executablePath);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
