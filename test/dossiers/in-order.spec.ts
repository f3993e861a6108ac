import { inOrder } from '../../src/features/dossiers/bundle/in-order';

/** Works that end when they are told to, each with a result as heavy as its number. */
function works() {
  const begun: number[] = [];
  const ends = new Map<number, { settle: (weight: number) => void; fail: (reason: Error) => void }>();
  const work = (number: number) =>
    new Promise<number>((settle, fail) => {
      begun.push(number);
      ends.set(number, { settle, fail });
    });
  const end = async (...numbers: number[]) => {
    for (const number of numbers) ends.get(number)?.settle(number);
    await turn();
  };
  const fail = async (number: number) => {
    ends.get(number)?.fail(new Error(`${number}`));
    await turn();
  };
  return { begun, work, end, fail };
}

/** Everything that follows from what has settled has happened. */
const turn = () => new Promise((settle) => setImmediate(settle));
const room = { width: 2, most: 10, weightOf: (weight: number) => weight };

describe('works whose results are taken in order', () => {
  test('go on past one that takes long, until what waits for it weighs enough', async () => {
    const { begun, work, end } = works();
    const results = inOrder([1, 2, 3, 4, 5, 6, 7], room, work);
    const first = results.next();
    expect(begun).toEqual([1, 2]);
    await end(2);
    await end(3);
    await end(4);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    await end(5);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    await end(1);
    const given = [await first, await results.next(), await results.next(), await results.next()];
    expect(given.map(({ value }) => value)).toEqual([1, 2, 3, 4]);
    expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await end(6, 7);
    for (const number of [5, 6, 7]) expect(await results.next()).toEqual({ value: number, done: false });
    expect(await results.next()).toEqual({ value: undefined, done: true });
  });

  test('begin nothing new after one has failed, which is told in its turn', async () => {
    const { begun, work, end, fail } = works();
    const results = inOrder([1, 2, 3, 4], room, work);
    const first = results.next();
    await fail(2);
    await end(1);
    expect(await first).toEqual({ value: 1, done: false });
    await expect(results.next()).rejects.toThrow('2');
    expect(begun).toEqual([1, 2]);
  });

  test('end before whoever stops listening goes on', async () => {
    const { begun, work, end } = works();
    const results = inOrder([1, 2, 3, 4], room, work);
    const first = results.next();
    await end(1);
    await first;
    let hasStopped = false;
    const stopped = results.return(undefined).then(() => (hasStopped = true));
    await turn();
    expect([hasStopped, begun]).toEqual([false, [1, 2, 3]]);
    await end(2, 3);
    await stopped;
    expect(begun).toEqual([1, 2, 3]);
  });
});
