import { differences } from './differences';

const expected = { pools: [{ set: 'a', recipients: ['A', 'B'] }], total: '87.50', award: null };

describe('differences', () => {
  it.each<[string, unknown, string[]]>([
    ['finds nothing in the same value', structuredClone(expected), []],
    ['leaves out what only the result holds', { ...structuredClone(expected), engine: '0.1.0' }, []],
    [
      'names a wrong value by its path',
      { ...expected, total: '87.00' },
      ['result.total: expected "87.50", got "87.00"'],
    ],
    [
      'names a missing value',
      { pools: expected.pools, total: '87.50' },
      ['result.award: expected null, got undefined'],
    ],
    [
      'does not pass a list that is longer',
      { ...expected, pools: [{ set: 'a', recipients: ['A', 'B', 'C'] }] },
      ['result.pools[0].recipients: expected ["A","B"], got ["A","B","C"]'],
    ],
    [
      'does not pass a list in another order',
      { ...expected, pools: [{ set: 'a', recipients: ['B', 'A'] }] },
      [
        'result.pools[0].recipients[0]: expected "A", got "B"',
        'result.pools[0].recipients[1]: expected "B", got "A"',
      ],
    ],
  ])('%s', (_, actual, found) => {
    expect(differences(expected, actual)).toEqual(found);
  });
});
