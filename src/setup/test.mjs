import './node-version.mjs';

const { finish, StepFailed, say } = await import('./say.mjs');
const { prepare } = await import('./prepare.mjs');
const { node } = await import('./command.mjs');

// Everything after `npm test --` goes to Jest; without it all tests run, on both databases.
await finish(async () => {
  await prepare();
  say('test');
  const { code } = await node(['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], { show: true });
  if (code !== 0) throw new StepFailed('test.failed');
});
