#!/usr/bin/env node
import './node-version.mjs';

const { createRequire } = await import('node:module');
const path = await import('node:path');
const { root } = await import('./command.mjs');
const { finish } = await import('./say.mjs');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');

// `npx thidua …` in the checkout: brings itself up to date, then hands over to the compiled commands.
await finish(async () => {
  await install();
  await build();
  createRequire(import.meta.url)(path.join(root, 'dist', 'src', 'cli', 'main.js'));
});
