import fc from 'fast-check';
import { evaluate } from '../../src/domain/evaluation';
import { OUTCOME_KINDS } from '../support/outcome-kinds';
import { type Case, cases } from './generators';

const RULES = ['points', 'yesno', 'choice', 'ratio', 'count', 'bands', 'relative'];
const REASONS = [
  'entered',
  'not-entered',
  'missing',
  'not-applicable-full',
  'not-applicable-excluded',
  'no-evidence',
  'zeroed-by-gate',
  'gate-passed',
  'gate-failed',
  'council-mean',
];

/** In how many of the random rounds each thing is met. */
const met = new Map<string, number>();

function meet({ campaign, round }: Case): void {
  const { nominations } = evaluate(campaign, round);
  const seen = new Set<string>();
  for (const { outcomes, lines } of nominations.values()) {
    for (const outcome of Object.values(outcomes)) seen.add(`outcome ${outcome.replace(/:.*/, '')}`);
    for (const { because } of lines) seen.add(`reason ${because}`);
  }
  const entered = campaign.criteriaSets.filter((set) =>
    [...nominations.values()].some(({ criteriaSet, total }) => criteriaSet === set.code && total !== null),
  );
  for (const { rule, role } of entered.flatMap(({ criteria }) => criteria))
    if (role !== 'gate') seen.add(`rule ${rule.kind}`);
  for (const thing of seen) met.set(thing, (met.get(thing) ?? 0) + 1);
}

/** Thousands of rounds take a while on a busy machine. */
jest.setTimeout(300_000);

describe('2,000 random rounds', () => {
  beforeAll(() => {
    fc.assert(fc.property(cases(), meet), { numRuns: 2000, seed: 1 });
  });

  it.each(OUTCOME_KINDS)('meet the outcome %s in 20 rounds or more', (outcome) => {
    expect(met.get(`outcome ${outcome}`)).toBeGreaterThanOrEqual(20);
  });

  it.each(RULES)('score by the rule %s in 20 rounds or more', (rule) => {
    expect(met.get(`rule ${rule}`)).toBeGreaterThanOrEqual(20);
  });

  it.each(REASONS)('give points because of %s in 20 rounds or more', (reason) => {
    expect(met.get(`reason ${reason}`)).toBeGreaterThanOrEqual(20);
  });
});
