/** Lets one piece of work in at a time, in the order of arrival. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  enter<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when nobody is inside or waiting. */
  async idle(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.last) {
      seen = this.last;
      await seen;
    }
  }
}
