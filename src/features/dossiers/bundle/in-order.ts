/**
 * Works on up to `width` items at once and gives the results in the order of the items, so that no more than `width` of
 * them lie in memory. Who stops listening, or a work that fails, begins nothing new; what is at work ends first.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const queue = items[Symbol.iterator]();
  const begun: Promise<R>[] = [];
  const begin = () => {
    const next = queue.next();
    if (next.done) return;
    const at = work(next.value);
    // Whoever waits for it hears of a failure; until then nobody does.
    at.catch(() => undefined);
    begun.push(at);
  };
  try {
    for (let count = 0; count < width; count += 1) begin();
    for (let next = begun.shift(); next; next = begun.shift()) {
      yield await next;
      begin();
    }
  } finally {
    await Promise.allSettled(begun);
  }
}
