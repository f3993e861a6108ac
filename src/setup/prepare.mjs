import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

/** Everything that the service, the commands and the tests need; each step does nothing when it is done already. */
export async function prepare() {
  await install();
  await build();
  await browser();
}
