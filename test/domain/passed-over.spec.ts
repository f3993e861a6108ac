import { type PoolAwards, type TakenPlaces, passedOver } from '../../src/domain/passed-over';

const POOLS: PoolAwards[] = [
  {
    criteriaSet: 'tap-the',
    awards: [
      { award: 'BK', recipients: ['TT-01', 'TT-02'], pending: [] },
      { award: 'GK', recipients: ['TT-05', 'TT-03'], pending: [] },
    ],
  },
  {
    criteriaSet: 'ca-nhan',
    awards: [
      { award: 'BK', recipients: ['CN-01'], pending: ['CN-02', 'CN-03'] },
      { award: 'GK', recipients: [], pending: [] },
    ],
  },
];

/** `BK tap-the 1/2`: so many places taken of so many; `?` where nobody has said how many. */
function line(text: string): TakenPlaces {
  const [award = '', criteriaSet = '', places = ''] = text.split(' ');
  const [taken, max] = places.split('/');
  return { award, criteriaSet, max: max === '?' ? null : Number(max), taken: Number(taken) };
}

function told(lines: string[], ...holders: string[]) {
  return passedOver(POOLS, lines.map(line), (code) => holders.includes(code));
}

describe('the end of the deciding passes over', () => {
  it('everybody to whom the rules give an award while nobody holds one, line by line', () => {
    expect(told(['BK tap-the 0/2', 'BK ca-nhan 0/2', 'GK tap-the 0/2', 'GK ca-nhan 0/3'])).toEqual([
      { award: 'BK', criteriaSet: 'tap-the', places: 2, recipients: ['TT-01', 'TT-02'], pending: [] },
      { award: 'BK', criteriaSet: 'ca-nhan', places: 2, recipients: ['CN-01'], pending: ['CN-02', 'CN-03'] },
      { award: 'GK', criteriaSet: 'tap-the', places: 2, recipients: ['TT-05', 'TT-03'], pending: [] },
    ]);
  });

  it('only those who hold no award where some places are taken', () => {
    expect(told(['BK tap-the 1/2'], 'TT-01')).toEqual([
      { award: 'BK', criteriaSet: 'tap-the', places: 1, recipients: ['TT-02'], pending: [] },
    ]);
  });

  it('those of an open tie, when all others of the line have their award', () => {
    expect(told(['BK ca-nhan 1/2'], 'CN-01')).toEqual([
      { award: 'BK', criteriaSet: 'ca-nhan', places: 1, recipients: [], pending: ['CN-02', 'CN-03'] },
    ]);
    expect(told(['BK ca-nhan 2/3'], 'CN-01', 'CN-03')).toEqual([
      { award: 'BK', criteriaSet: 'ca-nhan', places: 1, recipients: [], pending: ['CN-02'] },
    ]);
  });

  it('nobody where the places are full, whoever holds them', () => {
    expect(told(['BK tap-the 2/2', 'BK ca-nhan 3/2'], 'TT-04', 'TT-06')).toEqual([]);
  });

  it('nobody where all hold an award and places are left', () => {
    expect(told(['BK tap-the 2/3', 'GK ca-nhan 0/3'], 'TT-01', 'TT-02')).toEqual([]);
  });

  it('nobody where no number of places is stated, or the rules know no such award or pool', () => {
    expect(told(['BK tap-the 0/?', 'CSTD tap-the 0/2', 'BK ho 0/2'])).toEqual([]);
  });
});
