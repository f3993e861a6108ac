import {
  type Seat,
  attendanceOf,
  awardQuestion,
  emptyTally,
  isValidVote,
  runOffQuestion,
  takesPart,
  withVote,
} from '../../src/domain/council';

const seat = (role: Seat['role'], attendance: Seat['attendance']): Seat => ({ role, attendance });

describe('who takes part', () => {
  it('counts members by the roll and never the secretary', () => {
    const seats = [
      seat('chair', 'present'),
      seat('member', 'present'),
      seat('member', 'written'),
      seat('member', 'absent'),
      seat('member', null),
      seat('secretary', 'present'),
    ];
    expect(attendanceOf(seats)).toEqual({ members: 5, present: 2, written: 1 });
    expect(seats.map(takesPart)).toEqual([true, true, true, false, false, false]);
  });
});

describe('the marks on a paper', () => {
  it.each([
    [['yes'], true],
    [['abstain'], true],
    [[], false],
    [['yes', 'no'], false],
    [['A'], false],
  ])('on an award: %j is valid: %s', (marks, expected) => {
    expect(isValidVote(awardQuestion(), marks)).toBe(expected);
  });

  it.each([
    [['A'], true],
    [['A', 'C'], true],
    [['abstain'], true],
    [['A', 'B', 'C'], false],
    [['A', 'A'], false],
    [['A', 'abstain'], false],
    [['yes'], false],
  ])('on a tie of three for two places: %j is valid: %s', (marks, expected) => {
    expect(isValidVote(runOffQuestion(['A', 'B', 'C'], 2), marks)).toBe(expected);
  });
});

it('a tally keeps the order of its counters, whoever is voted for', () => {
  const empty = emptyTally(runOffQuestion(['B', 'A'], 1));
  expect(JSON.stringify(withVote(withVote(empty, ['A']), ['abstain']))).toBe('{"B":0,"A":1,"abstain":1}');
});
