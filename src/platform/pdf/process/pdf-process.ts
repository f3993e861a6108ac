import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
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

/** V8's own share; buffers come beside it and are watched in the process. */
const HEAP_MB = 700;

/** One process that reads and merges PDFs, one task after the other. */
export class PdfProcess {
  private readonly child: ChildProcess;
  private waiting?: { settle: (answer: Answer) => void };
  private ended = false;

  constructor() {
    this.child = fork(join(__dirname, `pdf-process.main${extname(__filename)}`), {
      // Nothing of the service's secrets is known where hostile files are read.
      env: {},
      execArgv: [
        ...process.execArgv.filter((flag) => !flag.startsWith('--inspect')),
        `--max-old-space-size=${HEAP_MB}`,
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('message', (answer: Answer) => this.settle(answer));
    this.child.on('exit', () => this.gone());
    this.child.on('error', () => this.gone());
    this.rest();
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** Throws PdfFailure: `too-heavy` too, when it takes longer or more memory than it may; the process is gone then. */
  async run<T extends keyof PdfTasks>(task: T, input: Input<T>, milliseconds: number): Promise<Output<T>> {
    const timer = setTimeout(() => this.end(), milliseconds);
    this.child.ref();
    this.child.channel?.ref();
    try {
      const answer = await new Promise<Answer>((settle) => {
        this.waiting = { settle };
        if (this.ended) return this.gone();
        this.child.send({ task, input } satisfies Asked, (error) => error && this.end());
      });
      if ('value' in answer) return answer.value as Output<T>;
      throw new PdfFailure(answer.failure, answer.params);
    } finally {
      clearTimeout(timer);
      this.rest();
    }
  }

  end(): void {
    this.ended = true;
    this.child.kill('SIGKILL');
  }

  /** Idle, it keeps nobody from ending. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private gone(): void {
    this.ended = true;
    this.settle({ failure: 'too-heavy', params: {} });
  }

  private settle(answer: Answer): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.settle(answer);
  }
}
