import { availableParallelism } from 'node:os';
import { JobQueue } from '../job-queue';
import { type Input, type Output, PdfProcess } from './pdf-process';
import type { PdfTasks } from './pdf-tasks';

const TIMEOUT_MS = 60_000;

/**
 * A few processes that read and merge PDFs apart from the service: they start with the first task and stay warm. One that
 * a file has brought down is replaced.
 */
export class PdfProcesses {
  private readonly free: PdfProcess[] = [];
  private readonly queue: JobQueue;

  constructor(count = Math.min(4, availableParallelism())) {
    this.queue = new JobQueue(count, Infinity);
  }

  /**
   * Throws PdfFailure: `too-heavy` where a task takes longer, or more memory, than it may. A signal ends the task, with its
   * process, and is thrown with its reason.
   */
  run<T extends keyof PdfTasks>(
    task: T,
    input: Input<T>,
    { timeoutMs = TIMEOUT_MS, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<Output<T>> {
    return this.queue.run<Output<T>>(async () => {
      signal?.throwIfAborted();
      const one = this.free.pop() ?? new PdfProcess();
      const end = () => one.end();
      signal?.addEventListener('abort', end);
      try {
        const output = await one.run(task, input, timeoutMs);
        // Called off, it may have answered just before its end.
        signal?.throwIfAborted();
        return output;
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener('abort', end);
        if (one.alive) this.free.push(one);
      }
    });
  }

  /** Lets the tasks at hand end. */
  async close(): Promise<void> {
    await this.queue.idle();
    for (const one of this.free.splice(0)) one.end();
  }
}
