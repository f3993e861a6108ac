/**
 * Does the work for each item, `width` at a time, and gives the results in the order of the items. No more than twice as
 * many wait to be taken: a slow taker holds the work back, and memory stays flat however many there are.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const ahead: Promise<R>[] = [];
  try {
    for (const item of items) {
      ahead.push(begun(work, item));
      if (ahead.length >= width) yield (await ahead.shift()) as R;
    }
    while (ahead.length > 0) yield (await ahead.shift()) as R;
  } finally {
    await Promise.allSettled(ahead);
  }
}

/** Whoever waits for it hears of a failure; until then nobody does. */
function begun<T, R>(work: (item: T) => Promise<R>, item: T): Promise<R> {
  const result = work(item);
  result.catch(() => undefined);
  return result;
}
