import { Kept } from '../../src/platform/kept';

describe('an answer that is kept', () => {
  it('is made once for each key, also where it is that there is none', async () => {
    const kept = new Kept<string | null>();
    const made: string[] = [];
    const ask = (key: string, answer: string | null) =>
      kept.of([key], async () => {
        made.push(key);
        return answer;
      });
    expect([
      await ask('a', 'một'),
      await ask('b', null),
      await ask('a', 'hai'),
      await ask('b', 'ba'),
    ]).toEqual(['một', null, 'một', null]);
    expect(made).toEqual(['a', 'b']);
  });

  it('is forgotten with all others when there are too many', () => {
    const kept = new Kept<number>(2);
    let next = 0;
    const ask = (key: string) => kept.at([key], () => (next += 1));
    expect(['a', 'b', 'a', 'c', 'a'].map(ask)).toEqual([1, 2, 1, 3, 4]);
  });
});
