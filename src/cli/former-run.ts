import { existsSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../platform/process/is-alive';

/** Beside the folder, while a run is written: the draft, and for a moment the run that it replaces. */
export function draftOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
}

export function formerOf(draft: string): string {
  return `${draft}.former`;
}

/**
 * Mends what a process that was killed has left beside the folder. Where it was killed between taking the former run away
 * and putting the new one in its place, the former one is put back; anything else of it is removed.
 */
export async function recoverFormer(folder: string): Promise<void> {
  const beside = dirname(folder);
  const names = await readdir(beside).catch(() => []);
  for (const name of names.filter((each) => isLeftover(each, basename(folder)))) {
    const path = join(beside, name);
    if (name.endsWith('.former') && !existsSync(folder)) await rename(path, folder);
    else await rm(path, { recursive: true, force: true });
  }
}

function isLeftover(name: string, folder: string): boolean {
  const prefix = `.${folder}.`;
  const [, pid] = /^(\d+)\.tmp(\.former)?$/.exec(name.slice(prefix.length)) ?? [];
  return name.startsWith(prefix) && pid !== undefined && !isAnotherAtWork(Number(pid));
}

/** Our own number was somebody else's before: we have not begun yet. */
function isAnotherAtWork(pid: number): boolean {
  return pid !== process.pid && isAlive(pid);
}

/** The information of a PDF stands at its beginning; a print of ours was always made at midnight. */
const INFORMATION = 4096;
const OURS = /\/CreationDate \(D:\d{8}000000/;

/** The first file of the folder of dossiers that no run has printed, such as a scan of a signed paper. */
export async function strangeDossier(dossiers: string): Promise<string | undefined> {
  const entries = await readdir(dossiers, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !OURS.test(await beginningOf(path))) return path;
  }
  return undefined;
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(INFORMATION), 0, INFORMATION, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
