import { extname, join } from 'node:path';
import { BoundedProcess } from '../../process/bounded-process';
import { PdfFailure, type PdfFailureCode } from '../pdf-failure';
import type { PdfTasks } from './pdf-tasks';

export interface Asked {
  task: keyof PdfTasks;
  input: unknown;
}

export type Answer =
  { value: unknown } | { failure: PdfFailureCode; params: Record<string, string | number>; reason?: string };

export type Input<T extends keyof PdfTasks> = PdfTasks[T]['input'];
export type Output<T extends keyof PdfTasks> = PdfTasks[T]['output'];

const HEAP_MB = 700;

/** One process that reads and merges PDFs, one task after the other. */
export class PdfProcess {
  private readonly process = new BoundedProcess(
    join(__dirname, `pdf-process.main${extname(__filename)}`),
    HEAP_MB,
  );

  get alive(): boolean {
    return this.process.alive;
  }

  /** Whether it ended of itself, and not because a task took too long. */
  get died(): boolean {
    return this.process.died;
  }

  /** Throws PdfFailure: `too-heavy` too, when it takes longer or more memory than it may; the process is gone then. */
  async run<T extends keyof PdfTasks>(task: T, input: Input<T>, milliseconds: number): Promise<Output<T>> {
    const asked: Asked = { task, input };
    const answer = await this.process.ask<Answer>(asked, milliseconds);
    if (!answer) throw new PdfFailure('too-heavy');
    if ('value' in answer) return answer.value as Output<T>;
    throw new PdfFailure(answer.failure, answer.params);
  }

  end(): void {
    this.process.end();
  }
}
