import { extname, join } from 'node:path';
import { LONGEST_REPLAYED } from '../features/dossiers/bundle/verify-bundle';
import { BoundedProcess } from '../platform/process/bounded-process';
import type { Kept } from './replay-kept';

// A round of 10,000 nominees takes seconds and 300 MB, with 10 MB of inputs.
const LIMITS = { milliseconds: 120_000, heapMegabytes: 2_000 };
export const MOST_BYTES = LONGEST_REPLAYED;

/** As `differences`, in a process of its own; undefined where it takes longer, or more memory, than any honest round. */
export async function replayed(
  kept: Kept,
  { milliseconds, heapMegabytes } = LIMITS,
): Promise<string[] | undefined> {
  const main = join(__dirname, `replay-kept.main${extname(__filename)}`);
  const alone = new BoundedProcess(main, heapMegabytes);
  try {
    return await alone.ask<string[]>(kept, milliseconds);
  } finally {
    alone.end();
  }
}
