import type { Criterion, Rule } from '../../src/domain/campaign';
import type { Entry, Round, TieResolution } from '../../src/domain/nomination';
import { aggregated } from './council';
import { type Place, reserveCounts } from './counts';
import { type Fraction, roundHalfUp, toInteger, whole } from './fraction';
import { pointsOf } from './points';
import { resolvedGroups } from './ties';
import { walk } from './walk';

const ROUNDED: [string, Fraction, number, number][] = [
  ['a half goes up', { n: 5n, d: 2n }, 1, 3],
  ['a negative half goes up too', { n: -5n, d: 2n }, 1, -2],
  ['below a half goes down', { n: 2499n, d: 1000n }, 1, 2],
  ['to a step of 0.50', whole(1225), 50, 1250],
  ['below zero to a step', whole(-76), 50, -100],
];

const GIVEN: [Rule, Entry, number, string][] = [
  [{ kind: 'points', step: 50 }, 750, 0, '750/1'],
  [{ kind: 'yesno' }, true, 0, '1000/1'],
  [{ kind: 'yesno' }, false, 0, '0/1'],
  [{ kind: 'choice', options: [{ code: 'kha', points: 700, text: 'Khá' }] }, 'kha', 0, '700/1'],
  [{ kind: 'ratio' }, { done: 100, of: 300 }, 0, '100000/300'],
  [{ kind: 'count', unit: 40 }, 24, 0, '960/1'],
  [{ kind: 'count', unit: 40 }, 26, 0, '1000/1'],
  [{ kind: 'bands', bands: [{ from: 100, to: 200, points: 300 }] }, 100, 0, '300/1'],
  [{ kind: 'bands', bands: [{ from: 100, to: 200, points: 300 }] }, 200, 0, '0/1'],
  [{ kind: 'bands', bands: [{ from: 100, points: 300 }] }, 99_900, 0, '300/1'],
  [{ kind: 'relative' }, 100, 300, '100000/300'],
  [{ kind: 'relative' }, 0, 0, '0/1'],
];

function criterionOf(rule: Rule): Criterion {
  return { code: 'a', text: 'a', role: 'base', max: 1000, rule, evidence: 'optional', notApplicable: 'full' };
}

/** Groups as words: `AB C` is a tie of A and B, then C. Everybody is eligible. */
function place(ranking: string, min: number, max: number, perUnitMax = 99): Place {
  const groups = ranking.split(' ').map((group) => group.split(''));
  return { award: 'X', min, max, perUnitMax, groups, eligible: new Set(groups.flat()) };
}

const ownUnit = (code: string) => code;
const oneUnit = () => 'U';

function outcomes(of: Place, k: number, { leaveVacant = false, unitOf = ownUnit } = {}): string {
  const walked = walk(of, k, of.groups, leaveVacant, unitOf);
  return of.groups
    .flat()
    .map((code) => `${code} ${walked.outcomes.get(code)}`)
    .join(', ');
}

describe('the reference, by hand', () => {
  it.each(ROUNDED)('rounds: %s', (_name, value, step, expected) => {
    expect(toInteger(roundHalfUp(value, step))).toBe(expected);
  });

  it.each(GIVEN)('points of %j for the entry %j, best %d: %s', (rule, entry, best, expected) => {
    const { n, d } = pointsOf(criterionOf(rule), entry, 'appraisal', best);
    expect(`${n}/${d}`).toBe(expected);
  });

  it('takes the mean, the median and the trimmed mean of the scorers', () => {
    const totals = [9000, 9100, 9300, 9400, 1000].map(whole);
    const rounded = (how: 'mean' | 'median' | 'trimmed-mean', values = totals) =>
      toInteger(roundHalfUp(aggregated(values, how), 1));
    expect([rounded('mean'), rounded('median'), rounded('trimmed-mean')]).toEqual([7560, 9100, 9133]);
    expect([rounded('median', totals.slice(0, 4)), rounded('trimmed-mean', totals.slice(0, 4))]).toEqual([
      9200, 9200,
    ]);
  });

  it('keeps a place for the lower award whose minimum would else be missed', () => {
    expect(reserveCounts([place('A B C', 0, 2), place('A B C', 2, 2)], ownUnit)).toEqual([1, 2]);
    expect(reserveCounts([place('A B C', 1, 2), place('A B C', 1, 2)], ownUnit)).toEqual([2, 2]);
    expect(reserveCounts([place('A', 1, 1), place('A', 1, 1)], ownUnit)).toEqual([1, 1]);
  });

  it('stops at a cut inside a tie group', () => {
    expect(outcomes(place('A BC D', 0, 2), 2)).toBe('A awarded, B tie-pending, C tie-pending, D quota-full');
    expect(outcomes(place('A BC D', 0, 3), 3)).toBe('A awarded, B awarded, C awarded, D quota-full');
    expect(outcomes(place('A B', 0, 2), 1)).toBe('A awarded, B kept-for-minimum');
  });

  it('stops where a unit cap falls inside a tie group, and those below wait for the places it leaves', () => {
    const capped = place('A BC D', 0, 3, 2);
    expect(outcomes(capped, 3, { unitOf: oneUnit })).toBe(
      'A awarded, B tie-pending, C tie-pending, D blocked-by-tie',
    );
    expect(outcomes(place('A B C', 0, 2, 1), 2, { unitOf: oneUnit })).toBe(
      'A awarded, B unit-cap, C unit-cap',
    );
  });

  it('leaves places vacant from the group down', () => {
    expect(outcomes(place('A BC D', 0, 2), 2, { leaveVacant: true })).toBe(
      'A awarded, B tie-left-vacant, C tie-left-vacant, D tie-left-vacant',
    );
  });

  it('splits a tie group by an order of two or more of its codes, for the award and those below', () => {
    const split = (order: string[], tier: number) =>
      resolvedGroups(TWO_AWARDS, resolvedBy(order), 'S', tier, [['A', 'B', 'C'], ['D']])
        .map((group) => group.join(''))
        .join(' ');
    expect(split(['C', 'A'], 2)).toBe('C A B D');
    expect(split(['C', 'A'], 3)).toBe('C A B D');
    expect(split(['C', 'A'], 1)).toBe('ABC D');
    expect(split(['C'], 2)).toBe('ABC D');
    expect(split(['C', 'D'], 2)).toBe('ABC D');
  });
});

const TWO_AWARDS = { awards: [{ code: 'BK', tier: 2 }] };

function resolvedBy(order: string[]): Pick<Round, 'tieResolutions'> {
  const one: TieResolution = {
    criteriaSet: 'S',
    award: 'BK',
    order,
    leaveVacant: false,
    reason: '',
    by: '',
    date: '2025-12-22',
  };
  return { tieResolutions: [one] };
}
