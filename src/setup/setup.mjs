import './node-version.mjs';

const { finish, say } = await import('./say.mjs');
const { prepare } = await import('./prepare.mjs');

await finish(async () => {
  await prepare();
  say('ready');
});
