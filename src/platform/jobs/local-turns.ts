import { JobTurns } from './job-turns';

/** Turns within this process, in the order of the announcements: what a single machine needs. */
export class LocalTurns extends JobTurns {
  private readonly waiting = new Set<string>();
  private perform?: (id: string) => Promise<void>;
  private current?: Promise<void>;

  /** Where this process does no jobs, another sees in the table that one waits. */
  announce(id: string): Promise<void> {
    if (this.perform) this.waiting.add(id);
    this.next();
    return Promise.resolve();
  }

  work(perform: (id: string) => Promise<void>): Promise<void> {
    this.perform = perform;
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.perform = undefined;
    this.waiting.clear();
    await this.current;
  }

  private next(): void {
    const [id] = this.waiting;
    if (!this.perform || this.current || id === undefined) return;
    this.waiting.delete(id);
    this.current = this.perform(id).finally(() => {
      this.current = undefined;
      this.next();
    });
  }
}
