import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * What the main module of a `BoundedProcess` does: works on one thing after the other, watched, until the process that
 * started it lets go. `work` never rejects.
 */
export function workAlone(mostMegabytes: number, work: (asked: unknown) => Promise<unknown>): void {
  const watch = new Worker(join(__dirname, `watch.main${extname(__filename)}`), {
    workerData: mostMegabytes * 1024 * 1024,
  });
  watch.unref();
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: unknown) => void work(asked).then((answer) => process.send?.(answer)));
}
