import { type ChildProcess, fork } from 'node:child_process';

/**
 * One process for work on what strangers have made, one thing after the other: however much time or memory that takes,
 * ours lives on. Its main module calls `workAlone`.
 */
export class BoundedProcess {
  private readonly child: ChildProcess;
  private waiting?: (answer: unknown) => void;
  private ended = false;
  private late = false;

  /** `heapMegabytes` is V8's own share; buffers come beside it and are watched in the process. */
  constructor(main: string, heapMegabytes: number) {
    this.child = fork(main, {
      // Nothing of the service's secrets is known where hostile files are read.
      env: {},
      execArgv: [
        ...process.execArgv.filter((flag) => !flag.startsWith('--inspect')),
        `--max-old-space-size=${heapMegabytes}`,
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('message', (answer) => this.settle(answer));
    this.child.on('exit', () => this.gone());
    this.child.on('error', () => this.gone());
    this.rest();
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** Whether it ended without our having waited too long: what it worked on need not be the reason. */
  get died(): boolean {
    return this.ended && !this.late;
  }

  /** The answer; undefined when it took longer or more memory than it may: the process is gone then. */
  async ask<T>(asked: object, milliseconds: number): Promise<T | undefined> {
    const timer = setTimeout(() => {
      this.late = true;
      this.end();
    }, milliseconds);
    this.child.ref();
    this.child.channel?.ref();
    try {
      return await new Promise<T | undefined>((settle) => {
        this.waiting = settle as (answer: unknown) => void;
        if (this.ended) return this.gone();
        this.child.send(asked, (error) => error && this.end());
      });
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
    this.settle(undefined);
  }

  private settle(answer: unknown): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(answer);
  }
}
