import { DomainError } from '../../domain/domain-error';

/** At most `width` jobs at once, at most `waitingLimit` behind them, first come first served. */
export class JobQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly whenIdle: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly waitingLimit: number,
  ) {}

  /** Throws DomainError `renderer-busy` when as many are waiting as may. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await job();
    } finally {
      this.leave();
    }
  }

  /** Settles when the last job has ended. */
  async idle(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private async enter(): Promise<void> {
    if (this.running < this.width) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.waitingLimit) throw new DomainError('renderer-busy');
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place of a job that ends goes straight to the next in line, so that no newcomer slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) return next();
    this.running -= 1;
    if (this.running === 0) this.whenIdle.splice(0).forEach((resolve) => resolve());
  }
}
