import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { projectRoot } from '../../../platform/project';

/** The sources, or what was compiled of them: whichever runs. */
const CODE = join(__dirname, '..', '..', '..');

let known: string | undefined;

/**
 * Names what a print is made with: the code that runs, its words, and the versions of the libraries below it. What another
 * code has made is not taken from the cache, though nobody has counted a version up. Worked out once.
 */
export function madeWith(): string {
  known ??= digestOf([...codeIn(CODE), ...versionsOf(projectRoot)]);
  return known;
}

/** All of the code: what a paper shows comes out of the rules, the evidence and the words as well. */
function* codeIn(folder: string): Iterable<string | Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:[jt]s|json)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => name.split(sep).join('/'));
  for (const name of names.toSorted()) yield* [name, readFileSync(join(folder, name))];
}

function* versionsOf(root: string): Iterable<string> {
  const { dependencies } = packageIn(root);
  for (const name of Object.keys(dependencies ?? {}).toSorted()) yield* [name, installedVersion(name)];
}

function installedVersion(name: string): string {
  const places = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name));
  const place = places.find((each) => existsSync(join(each, 'package.json')));
  return place === undefined ? '' : packageIn(place).version;
}

function packageIn(folder: string): { version: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReturnType<typeof packageIn>;
}

function digestOf(parts: Iterable<string | Buffer>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
