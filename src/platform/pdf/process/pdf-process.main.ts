import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PdfFailure } from '../pdf-failure';
import type { Asked, Answer } from './pdf-process';
import { PDF_TASKS } from './pdf-tasks';

/** Alone in a process of its own: whatever a hostile file does to it, the service lives on. */
function main(): void {
  const watch = new Worker(join(__dirname, `watch.main${extname(__filename)}`));
  watch.unref();
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: Asked) => void answer(asked));
}

async function answer({ task, input }: Asked): Promise<void> {
  process.send?.(await done(task, input));
}

async function done(task: Asked['task'], input: unknown): Promise<Answer> {
  try {
    const work = PDF_TASKS[task] as (input: unknown) => Promise<unknown>;
    return { value: await work(input) };
  } catch (error) {
    if (error instanceof PdfFailure) return { failure: error.code, params: error.params };
    // Whatever a parser stumbles over: the file is not as a file should be.
    return { failure: 'broken', params: {}, reason: error instanceof Error ? error.message : '' };
  }
}

main();
