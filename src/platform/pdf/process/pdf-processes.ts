import { availableParallelism } from 'node:os';
import { JobQueue } from '../job-queue';
import { type Input, type Output, PdfProcess } from './pdf-process';
import type { PdfTasks } from './pdf-tasks';

const TIMEOUT_MS = 60_000;

/**
 * A few processes that read and merge PDFs apart from the service: they start with the first task and stay warm. One that
 * has died is replaced.
 */
export class PdfProcesses {
  private readonly free: PdfProcess[] = [];
  private readonly queue: JobQueue;

  constructor(count = Math.min(4, availableParallelism())) {
    this.queue = new JobQueue(count, Infinity);
  }

  /**
   * Throws PdfFailure: `too-heavy` where a task takes longer than it may, or brings down two processes. A signal ends the task, with its
   * process, and is thrown with its reason.
   */
  run<T extends keyof PdfTasks>(
    task: T,
    input: Input<T>,
    { timeoutMs = TIMEOUT_MS, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<Output<T>> {
    return this.queue.run<Output<T>>(async () => {
      signal?.throwIfAborted();
      const first = this.warm();
      try {
        return await this.runIn(first, task, input, timeoutMs, signal);
      } catch (error) {
        // Ended from outside, or by a file before this one: only what brings down a second one is too heavy itself.
        if (signal?.aborted || !first.died) throw error;
        return this.runIn(new PdfProcess(), task, input, timeoutMs, signal);
      }
    });
  }

  private warm(): PdfProcess {
    let one = this.free.pop();
    while (one && !one.alive) one = this.free.pop();
    return one ?? new PdfProcess();
  }

  private async runIn<T extends keyof PdfTasks>(
    one: PdfProcess,
    task: T,
    input: Input<T>,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Output<T>> {
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
  }

  /** Lets the tasks at hand end. */
  async close(): Promise<void> {
    await this.queue.idle();
    for (const one of this.free.splice(0)) one.end();
  }
}
