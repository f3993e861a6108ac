import type { CriteriaSet } from '../../src/domain/campaign';
import { differingEntries } from '../../src/domain/entered';
import type { Entries } from '../../src/domain/nomination';

const set = { criteria: ['a', 'b', 'c'].map((code) => ({ code })) } as unknown as CriteriaSet;

describe('the criteria on which an appraisal departs from the unit', () => {
  it.each<[string, Entries | undefined, Entries | undefined, string[]]>([
    ['the same entries', { a: 100, b: true }, { b: true, a: 100 }, []],
    ['another number', { a: 100, b: true }, { a: 90, b: true }, ['a']],
    ['another answer', { a: true }, { a: false }, ['a']],
    ['the parts of a ratio', { a: { done: 1, of: 2 } }, { a: { of: 2, done: 1 } }, []],
    ['other parts', { a: { done: 1, of: 2 } }, { a: { done: 2, of: 2 } }, ['a']],
    ['not applicable', { a: 0 }, { a: 'na' }, ['a']],
    ['what only one of them entered, in the order of the set', { c: 1 }, { a: 2 }, ['a', 'c']],
    ['no entries of the unit at all', undefined, { a: 2 }, []],
    ['no appraisal', { a: 2 }, undefined, []],
  ])('with %s', (_, self, appraisal, expected) => {
    expect(differingEntries(set, { self, appraisal })).toEqual(expected);
  });
});
