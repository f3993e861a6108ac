import { existsSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { mkdir, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { refuse } from './failure';
import { draftOf, formerOf, recoverFormer, strangeDossier } from './former-run';
import { readRegularFile } from './regular-file';

/** What a run writes, and so all that the next run may replace. */
export const RESULT = 'result.json';
export const FROZEN_CAMPAIGN = 'inputs/campaign.json';
export const FROZEN_NOMINATIONS = 'inputs/nominations.json';
export const DOSSIERS = 'dossiers';

/** Refuses a folder that a run may not take: a file, a place we stand in, or one that holds anything of somebody else's. */
export async function requireFree(out: string): Promise<void> {
  const folder = resolve(out);
  if (holds(folder, process.cwd())) refuse('cli.out.here', { out: folder });
  await recoverFormer(folder);
  const there = await stat(folder).catch(() => undefined);
  if (!there) return;
  if (!there.isDirectory()) refuse('cli.out.file', { out });
  const strange = await strangersIn(folder);
  if (strange !== undefined) refuse('cli.out.not-empty', { out, name: strange });
}

function holds(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return !way.startsWith('..') && !isAbsolute(way);
}

/** The first entry that no run has written; undefined when the folder is empty or a former run's. */
async function strangersIn(folder: string): Promise<string | undefined> {
  const names = await readdir(folder);
  if (names.length === 0) return undefined;
  if (!(await isResult(join(folder, RESULT)))) return names[0];
  const inputs = (await readdir(join(folder, 'inputs')).catch(() => [])).map((name) => `inputs/${name}`);
  const ours = [RESULT, 'inputs', DOSSIERS, FROZEN_CAMPAIGN, FROZEN_NOMINATIONS];
  const strange = [...names, ...inputs].find((name) => !ours.includes(name));
  return strange ?? strangeDossier(join(folder, DOSSIERS));
}

async function isResult(path: string): Promise<boolean> {
  try {
    const result = JSON.parse((await readRegularFile(path)).toString('utf8')) as {
      engine?: unknown;
      inputs?: unknown;
    } | null;
    return result?.engine !== undefined && result.inputs !== undefined;
  } catch {
    return false;
  }
}

/**
 * Writes a run beside its place and moves it there whole: a full disk or Ctrl-C leaves either the former run or the new
 * one, never a half. The place is taken in two steps; who is killed between them finds the former run again at the next
 * run (`recoverFormer`).
 */
export async function writeWhole(out: string, write: (folder: string) => Promise<void>): Promise<void> {
  // Of a link to a folder it is the folder that is replaced, and the link stays.
  const folder = await realpath(out).catch(() => resolve(out));
  const draft = draftOf(folder);
  const forget = onEnding(() => removeQuietly(draft));
  const made: string[] = [];
  try {
    await makeFolder(dirname(folder), made);
    await mkdir(draft);
    await write(draft);
    await takePlace(draft, folder);
  } catch (error) {
    removeQuietly(draft);
    removeEmpty(made);
    throw renamed(error, draft, folder);
  } finally {
    removeQuietly(draft);
    forget();
  }
}

/** People know the folder that they asked for, not the draft beside it. */
function renamed(error: unknown, draft: string, folder: string): unknown {
  if (error instanceof Error && 'path' in error && typeof error.path === 'string')
    error.path = error.path.replace(draft, folder);
  return error;
}

/** Not `mkdir` with `recursive`, which never ends where the system keeps saying ENOENT, as in /proc. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder), made);
  await mkdir(folder);
  made.push(folder);
}

/** A run that fails leaves no empty folders behind; one that somebody has used meanwhile stays. */
function removeEmpty(folders: string[]): void {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch {
    return;
  }
}

/** Runs `cleanUp` also when the process is told to end meanwhile; gives the way to call this off. */
function onEnding(cleanUp: () => void): () => void {
  const end = () => process.exit(130);
  process.once('exit', cleanUp);
  for (const signal of SIGNALS) process.once(signal, end);
  return () => {
    process.removeListener('exit', cleanUp);
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What cannot be removed was never made, and must not hide the failure that people should read. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}

/** Both steps at once for this process: no signal of ours comes between them. */
async function takePlace(draft: string, folder: string): Promise<void> {
  const former = formerOf(draft);
  if (existsSync(folder)) renameSync(folder, former);
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (existsSync(former)) renameSync(former, folder);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}

/** Writes files of a run, by their names inside the folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
