import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.mjs';

/** Whether the file holds exactly this stamp. */
export function isStamped(path, stamp) {
  try {
    return readFileSync(path, 'utf8') === stamp;
  } catch {
    return false;
  }
}

export function writeStamp(path, stamp) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stamp);
}

/** SHA-256 over names and contents of the given files and folders of the checkout; those that are absent count as such. */
export function hashOf(names, wanted = () => true) {
  const hash = createHash('sha256');
  for (const name of names.flatMap((each) => filesUnder(each)).filter(wanted)) {
    hash.update(`${name}\0`).update(read(name)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(name) {
  const path = join(root, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [name];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesUnder(`${name}/${entry}`));
}

function read(name) {
  try {
    return readFileSync(join(root, name));
  } catch {
    return 'absent';
  }
}
