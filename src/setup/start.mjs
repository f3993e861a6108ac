import './node-version.mjs';

const { finish } = await import('./say.mjs');
const { prepare } = await import('./prepare.mjs');
const { serve } = await import('./serve.mjs');

await finish(async () => {
  await prepare();
  await serve();
});
