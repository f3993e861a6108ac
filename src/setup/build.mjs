import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './command.mjs';
import { StepFailed, say } from './say.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const sources = ['src', 'ormconfig.ts', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];
const dist = join(root, 'dist');

/** Compiles src to dist when something in it has changed since dist was made. */
export async function build() {
  const stamp = hashOf(sources, (name) => !name.endsWith('.mjs'));
  if (isStamped(join(dist, '.thidua-build'), stamp)) return;
  say('build');
  const fresh = join(root, `dist.${process.pid}`);
  try {
    await compileTo(fresh);
    writeStamp(join(fresh, '.thidua-build'), stamp);
    takePlace(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function compileTo(folder) {
  const config = join('node_modules', '.thidua', `tsconfig.${process.pid}.json`);
  writeStamp(
    join(root, config),
    JSON.stringify({
      extends: '../../tsconfig.json',
      compilerOptions: { outDir: folder, incremental: false, tsBuildInfoFile: null },
    }),
  );
  const { code, output } = await node(['node_modules/@nestjs/cli/bin/nest.js', 'build', '--path', config]);
  rmSync(join(root, config), { force: true });
  if (code !== 0) throw new StepFailed('build.failed', {}, output);
}

/** Swaps whole folders, so that a command running meanwhile never meets a half-built dist, nor a file of an older build. */
function takePlace(fresh) {
  const former = `${fresh}.former`;
  if (existsSync(dist)) renameSync(dist, former);
  try {
    renameSync(fresh, dist);
  } catch (error) {
    // Somebody else has just built the same.
    if (!existsSync(dist)) throw error;
  }
  rmSync(former, { recursive: true, force: true });
}
