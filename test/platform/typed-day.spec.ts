import { typedDay } from '../../src/platform/text/vietnam-time';

describe('a day as people type it', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    ['2-1-2026', '2026-01-02'],
    ['22112026', '2026-11-22'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(typedDay(typed)).toBe(day);
  });

  it.each(['31/02/2026', '29/02/2026', '32/13/2026', 'hôm qua', ''])(
    '%s is no day, and is refused in the words in which it was typed',
    (typed) => {
      expect(typedDay(typed)).toBe(typed);
    },
  );
});
