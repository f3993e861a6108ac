import { groupedBy } from '../../src/domain/grouped-by';

describe('items grouped by a key', () => {
  it('stay in their order, as do the keys', () => {
    const groups = groupedBy(['bút', 'vở', 'bàn', 'ví'], ([first]) => first);
    expect([...groups]).toEqual([
      ['b', ['bút', 'bàn']],
      ['v', ['vở', 'ví']],
    ]);
    expect([...groupedBy([], String)]).toEqual([]);
  });
});
