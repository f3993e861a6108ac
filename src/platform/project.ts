import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout: holds package.json, templates and seeds, for the sources and for the compiled files alike. */
export const projectRoot = upToPackage(__dirname);

/** The version of the rules that made a result: written into result.json, compared by `replay`. */
export const engineVersion = versionOf(join(projectRoot, 'package.json'));

function upToPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : upToPackage(dirname(folder));
}

function versionOf(packageFile: string): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  return version;
}
