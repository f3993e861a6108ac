import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { node, root, run } from './command.mjs';
import { say, whileWaiting } from './say.mjs';

const minute = 60_000;

/**
 * Sees to a browser that prints the dossiers: one that is there, else Puppeteer's download, else the package of Debian
 * or Ubuntu. Never fails: without a browser everything but PDF works.
 */
export async function browser() {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named && !existsSync(named)) return say('browser.named-missing', { path: named });
  if (await found()) return;
  say('browser.download');
  await whileWaiting(download());
  if (await found()) return;
  if (canUseApt()) {
    say('browser.apt');
    await whileWaiting(installPackage());
    if (await found()) return;
  }
  say('browser.none');
}

/** One and the same search as the service makes; a browser that lacks its system libraries does not count. */
async function found() {
  const { findBrowser } = createRequire(import.meta.url)(join(root, 'dist/src/platform/pdf/find-browser.js'));
  const path = await findBrowser();
  if (!path) return false;
  const { code } = await run(path, ['--version'], { timeout: minute / 2 });
  if (code === 0) say('browser.found', { path });
  return code === 0;
}

/** On a closed network the download may hang instead of failing. */
function download() {
  return node(
    ['node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js', 'browsers', 'install', 'chrome-headless-shell'],
    {
      timeout: 4 * minute,
    },
  );
}

function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installPackage() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, timeout: 3 * minute });
  const { code } = await apt('chromium-headless-shell');
  if (code !== 0) await apt('chromium');

  function apt(name) {
    return run('apt-get', ['install', '-y', '--no-install-recommends', name], { env, timeout: 8 * minute });
  }
}
