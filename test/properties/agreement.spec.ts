import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { evaluate } from '../../src/domain/evaluation';
import { referenceEvaluate } from '../reference/reference';
import { ofEngine, ofReference } from './agreement';
import { type Case, cases } from './generators';

/** Thousands of rounds take a while on a busy machine. */
jest.setTimeout(300_000);

/** The first random round on which both say different things, as each puts it; nothing when they always agree. */
function disagreement(
  rounds: fc.Arbitrary<Case>,
  said: { byEngine: (given: Case) => unknown; byReference: (given: Case) => unknown },
  numRuns: number,
) {
  const same = (given: Case) => isDeepStrictEqual(said.byEngine(given), said.byReference(given));
  const run = fc.check(fc.property(rounds, same), { numRuns, seed: 20251220, endOnFailure: true });
  const given = run.counterexample?.[0];
  const { seed, counterexamplePath: path } = run;
  return {
    rounds: run.numRuns,
    engine: given && { seed, path, said: said.byEngine(given), given },
    reference: given && { seed, path, said: said.byReference(given), given },
  };
}

const everything = {
  byEngine: ({ campaign, round }: Case) => ofEngine(campaign, evaluate(campaign, round)),
  byReference: ({ campaign, round }: Case) => ofReference(referenceEvaluate(campaign, round)),
};

const counts = {
  byEngine: ({ campaign, round }: Case) => offered(evaluate(campaign, round).pools),
  byReference: ({ campaign, round }: Case) => offered(referenceEvaluate(campaign, round).pools),
};

function offered(pools: { awards: { award: string; offered: number }[] }[]) {
  return pools.map(({ awards }) => awards.map((award) => [award.award, award.offered]));
}

function reserving({ campaign, round }: Case): Case {
  return { campaign: { ...campaign, policy: { minimum: 'reserve' } }, round };
}

describe('the engine and the reference', () => {
  it('agree on 3,000 random rounds', () => {
    const { engine, reference, rounds } = disagreement(cases(), everything, 3000);
    expect(engine).toEqual(reference);
    expect(rounds).toBe(3000);
  });

  it('choose the same counts under reserve as a trial of all vectors', () => {
    const { engine, reference, rounds } = disagreement(cases().map(reserving), counts, 1000);
    expect(engine).toEqual(reference);
    expect(rounds).toBe(1000);
  });
});
