import { refined, settlement } from '../../src/domain/run-off';

const ONE = { places: 1, together: true };

describe('the groups of a tie after a round of votes', () => {
  it.each([
    [[['A', 'B', 'C']], { A: 2, B: 5, C: 1 }, [['B'], ['A'], ['C']]],
    [[['A', 'B', 'C']], { A: 2, B: 5, C: 2, abstain: 3 }, [['B'], ['A', 'C']]],
    [[['A', 'B']], { A: 0, B: 0 }, [['A', 'B']]],
    [[['A'], ['B', 'C']], { B: 1, C: 4 }, [['A'], ['C'], ['B']]],
    [
      [
        ['A', 'B'],
        ['C', 'D'],
      ],
      { A: 1, B: 2 },
      [['B'], ['A'], ['C', 'D']],
    ],
  ])('%j with the votes %j are %j', (groups, tally, expected) => {
    expect(refined(groups, tally)).toEqual(expected);
  });
});

describe('what a run-off settles', () => {
  it.each([
    ['an order of all', [['B'], ['A'], ['C']], ONE, { order: ['B', 'A', 'C'], undecided: null }],
    ['nothing when all are tied still', [['A', 'B']], ONE, { order: null, undecided: ['A', 'B'] }],
    [
      'the order above a tie that is left',
      [['A'], ['B'], ['C', 'D']],
      ONE,
      { order: ['A', 'B'], undecided: ['C', 'D'] },
    ],
    [
      'nothing by one alone at the top: the order of one code says nothing',
      [['A'], ['B', 'C']],
      ONE,
      { order: null, undecided: ['B', 'C'] },
    ],
    [
      'those who all get a place, whatever their order',
      [['A', 'B'], ['C']],
      { places: 2, together: true },
      { order: ['A', 'B', 'C'], undecided: null },
    ],
    [
      'not these where a unit has a cap',
      [['A', 'B'], ['C']],
      { places: 2, together: false },
      { order: null, undecided: ['A', 'B'] },
    ],
  ])('is %s', (_what, groups, places, expected) => {
    expect(settlement(groups, places)).toEqual(expected);
  });
});
