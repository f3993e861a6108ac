import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** Of what was sent nothing lies about. An answer goes out before its files are removed, so that this takes a moment. */
export async function uploadsGone(dataDir: string): Promise<void> {
  const left = async () => [
    ...(await namesIn(dataDir, 'uploads')),
    ...(await namesIn(dataDir, 'evidence', 'incoming')),
  ];
  await until(async () => (await left()).length === 0);
  expect(await left()).toEqual([]);
}

/** So many files are on their way into the folder. */
export async function uploadsCame(folder: string, count: number): Promise<void> {
  await until(async () => (await namesIn(folder)).length === count);
  expect(await namesIn(folder)).toHaveLength(count);
}

function namesIn(...folder: string[]): Promise<string[]> {
  return readdir(join(...folder)).catch(() => []);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && !(await holds())) await wait(20);
}
