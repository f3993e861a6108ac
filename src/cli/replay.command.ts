import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../platform/hash';
import { message } from '../platform/messages/message';
import { Refusal, refuse } from './failure';
import { readRegularFile } from './regular-file';
import type { Kept } from './replay-kept';
import { MOST_BYTES, replayed } from './replayed';
import { FROZEN_CAMPAIGN, FROZEN_NOMINATIONS, RESULT } from './run-folder';
import { print } from './terminal';

/** `thidua replay DIR`: the inputs frozen in the folder must give its result.json again, byte for byte. */
export async function replay(dir: string): Promise<void> {
  const kept = await readKept(dir);
  const differing = (await replayed(kept)) ?? refuse('cli.replay.too-heavy');
  if (differing.length > 0) throw new Refusal(differing);
  print(message('cli.replay.same', { file: RESULT, hash: sha256Hex(kept.result) }));
}

async function readKept(dir: string): Promise<Kept> {
  const [campaign, nominations, result] = await Promise.all([
    readExactly(dir, FROZEN_CAMPAIGN),
    readExactly(dir, FROZEN_NOMINATIONS),
    readExactly(dir, RESULT),
  ]);
  return { campaign, nominations, result };
}

/** The text of exactly these bytes: a byte that is no UTF-8 or a byte order mark is a change, never smoothed over. */
async function readExactly(dir: string, name: string): Promise<string> {
  const bytes = await readModest(join(dir, name)).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    return refuse('cli.replay.no-file', { dir, file: name });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('cli.replay.not-text', { file: name });
  }
}

async function readModest(path: string): Promise<Buffer> {
  if ((await stat(path)).size > MOST_BYTES) refuse('cli.replay.too-heavy');
  return readRegularFile(path);
}
