import './node-version.mjs';

const { finish, StepFailed } = await import('./say.mjs');
const { prepare } = await import('./prepare.mjs');
const { node } = await import('./command.mjs');

// Everything after `npm run bench --` goes to the benchmarks.
await finish(async () => {
  await prepare();
  const { code } = await node(['test/bench/bench.mjs', ...process.argv.slice(2)], { show: true });
  if (code !== 0) throw new StepFailed('bench.failed');
});
