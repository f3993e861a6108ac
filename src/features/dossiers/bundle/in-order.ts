/** How much may be under way. */
interface Room<R> {
  /** So many items are worked on at once. */
  width: number;
  /** Once what waits for its turn weighs so much, nothing new is begun. */
  most: number;
  weightOf: (result: R) => number;
}

/**
 * Works on a few items at once and gives the results in the order of the items: one that takes long holds the others up no
 * sooner than the memory for them is used up. Who stops listening, or a work that fails, begins nothing new; what is at
 * work ends first.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  room: Room<R>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const line = new Line(items[Symbol.iterator](), room, work);
  try {
    line.begin();
    for (let next = line.begun.shift(); next; next = line.begun.shift()) {
      const result = await next;
      yield result;
      line.taken(result);
    }
  } finally {
    await line.end();
  }
}

class Line<T, R> {
  /** In the order of the items. */
  readonly begun: Promise<R>[] = [];
  private working = 0;
  private waiting = 0;
  private ended = false;

  constructor(
    private readonly items: Iterator<T>,
    private readonly room: Room<R>,
    private readonly work: (item: T) => Promise<R>,
  ) {}

  /** Begins as many as there is room for. */
  begin(): void {
    while (this.hasRoom()) {
      const next = this.items.next();
      if (next.done) return;
      const at = this.workOn(next.value);
      // Whoever waits for it hears of a failure; until then nobody does.
      at.catch(() => undefined);
      this.begun.push(at);
    }
  }

  taken(result: R): void {
    this.waiting -= this.room.weightOf(result);
    this.begin();
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.allSettled(this.begun);
  }

  private hasRoom(): boolean {
    const { width, most } = this.room;
    return !this.ended && this.working < width && this.waiting < most;
  }

  private async workOn(item: T): Promise<R> {
    this.working += 1;
    try {
      const result = await this.work(item);
      this.waiting += this.room.weightOf(result);
      return result;
    } catch (error) {
      this.ended = true;
      throw error;
    } finally {
      this.working -= 1;
      this.begin();
    }
  }
}
