import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import { evaluate } from '../../src/domain/evaluation';
import { type Since, nextInLine } from '../../src/domain/next-in-line';
import { caseText, nominationsOf } from '../support/cases';
import { parse } from 'yaml';

type CaseName = Parameters<typeof nominationsOf>[0];

/** Who comes next in a worked case, when these hold the award or a higher one and those are out. */
function next(
  name: CaseName,
  line: { award: string; criteriaSet: string },
  held: string[],
  out: string[] = [],
) {
  const { campaign } = readCampaign(parse(caseText(name, 'campaign.yaml')));
  const { round } = readRound(nominationsOf(name), campaign!);
  const since: Since = {
    holds: (code) => held.includes(code),
    isOut: ({ code, unit }) => out.includes(code) || out.includes(unit),
  };
  return nextInLine(campaign!, round!, evaluate(campaign!, round!), line, since);
}

const BK = { award: 'BK', criteriaSet: 'tap-the' };
const PEOPLE = { award: 'BK', criteriaSet: 'ca-nhan' };
const one = (code: string) => ({ codes: [code], tied: false });

describe('the next in line', () => {
  it('is the first of the ranking who may have the award: the held and those below the floor are passed over', () => {
    expect(next('hung-yen-tie-resolved', BK, [])).toEqual(one('TT-01'));
    expect(next('hung-yen-tie-resolved', BK, ['TT-01', 'TT-02'])).toEqual(one('TT-03'));
    expect(next('hung-yen-tie-resolved', BK, ['TT-01', 'TT-02', 'TT-03'])).toEqual({
      codes: [],
      tied: false,
    });
  });

  it('may have a lower award', () => {
    expect(
      next('hung-yen-tie-resolved', { ...BK, award: 'GK' }, ['TT-01', 'TT-02', 'TT-03', 'TT-05']),
    ).toEqual(one('TT-04'));
  });

  it('is not who was refused, nor of a unit that has all it may have', () => {
    expect(next('hung-yen-tie-resolved', BK, ['TT-02'], ['TT-01'])).toEqual(one('TT-03'));
    expect(next('hung-yen-tie-resolved', BK, [], ['Phòng Quản lý Khoa học'])).toEqual(one('TT-02'));
  });

  it('is all of a tie that nobody has resolved, and the first of one that people have put in order', () => {
    expect(next('hung-yen-tie', PEOPLE, ['CN-01'])).toEqual({ codes: ['CN-02', 'CN-03'], tied: true });
    expect(next('hung-yen-tie-resolved', PEOPLE, ['CN-01'])).toEqual(one('CN-03'));
    expect(next('hung-yen-tie-resolved', PEOPLE, ['CN-01', 'CN-03'])).toEqual(one('CN-02'));
  });

  it('is nobody in a pool that is not there', () => {
    expect(next('hung-yen', { award: 'BK', criteriaSet: 'ho' }, [])).toEqual({ codes: [], tied: false });
  });
});
