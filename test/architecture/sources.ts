import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** One source file: its path from the root of the project, its text, and what it imports. */
export interface Source {
  path: string;
  text: string;
  imports: string[];
}

/** All TypeScript files of a folder; relative imports are given as paths from the root, without ending. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(relative(ROOT, join(ROOT, folder, name)).replaceAll('\\', '/')));
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => absolute(path, fileName));
  return { path, text, imports };
}

function absolute(path: string, target: string): string {
  return target.startsWith('.') ? posix.join(dirname(path), target) : target;
}

/** `src/features/awards/decision.service` → `features/awards`; other floors without the second part. */
export function floorOf(path: string): string {
  const [, floor = '', folder = ''] = path.split('/');
  return floor === 'features' ? `features/${folder}` : floor.replace(/\..*$/, '');
}
