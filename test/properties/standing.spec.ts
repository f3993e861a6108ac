import fc from 'fast-check';
import { evaluate, type Evaluation } from '../../src/domain/evaluation';
import type { Nomination, Round } from '../../src/domain/nomination';
import { type Case, cases } from './generators';

function withNominations(round: Round, change: (nominations: Nomination[]) => Nomination[]): Round {
  return { ...round, nominations: change(round.nominations) };
}

function rankedAs({ nominations }: Evaluation, codes: string[]) {
  return codes.map((code) => {
    const { total, rank, band } = nominations.get(code) ?? {};
    return { code, total, rank, band };
  });
}

function holds(law: (given: Case) => void): void {
  fc.assert(fc.property(cases(), law), { numRuns: 300, seed: 446, endOnFailure: true });
}

/** Thousands of rounds take a while on a busy machine. */
jest.setTimeout(300_000);

describe('standing in the ranking', () => {
  it('a withdrawn nomination has no total, rank, band or award', () => {
    holds(({ campaign, round }) => {
      for (const one of evaluate(campaign, round).nominations.values()) {
        if (one.nomination.state !== 'withdrawn') continue;
        const { total, rank, band, award, lines } = one;
        expect({ total, rank, band, award, lines }).toEqual({
          total: null,
          rank: null,
          band: null,
          award: null,
          lines: [],
        });
        for (const outcome of Object.values(one.outcomes))
          expect(['withdrawn', 'no-quota-line']).toContain(outcome);
      }
    });
  });

  it('a withdrawn nomination is to the others as if it had never come', () => {
    holds(({ campaign, round }) => {
      const stayed = withNominations(round, (all) => all.filter(({ state }) => state !== 'withdrawn'));
      const whole = evaluate(campaign, round);
      const without = evaluate(campaign, stayed);
      expect(whole.pools.map(({ awards }) => awards)).toEqual(without.pools.map(({ awards }) => awards));
      for (const [code, { outcomes }] of without.nominations) {
        expect(whole.nominations.get(code)?.outcomes).toEqual(outcomes);
      }
    });
  });

  it('matters, earlier awards and votes for an award change nobody’s total, rank or band', () => {
    holds(({ campaign, round }) => {
      const cleared = withNominations(round, (all) =>
        all.map((one) => ({ ...one, matters: [], awards: [] })),
      );
      const codes = round.nominations.map(({ code }) => code);
      expect(rankedAs(evaluate(campaign, cleared), codes)).toEqual(
        rankedAs(evaluate(campaign, round), codes),
      );
    });
  });

  it('a resolution of a tie changes no rank', () => {
    holds(({ campaign, round }) => {
      const codes = round.nominations.map(({ code }) => code);
      const unresolved = evaluate(campaign, { ...round, tieResolutions: [] });
      expect(rankedAs(unresolved, codes)).toEqual(rankedAs(evaluate(campaign, round), codes));
    });
  });

  it('a held nomination keeps its rank and takes no place; cleared, it leaves hold', () => {
    holds(({ campaign, round }) => {
      const clear = withNominations(round, (all) =>
        all.map((one) => ({ ...one, matters: one.matters.filter(({ status }) => status !== 'pending') })),
      );
      const before = evaluate(campaign, round);
      const after = evaluate(campaign, clear);
      for (const [code, { rank, award, outcomes }] of before.nominations) {
        if (!Object.values(outcomes).includes('hold')) continue;
        expect({ rank, award }).toEqual({ rank: after.nominations.get(code)?.rank, award: null });
        expect(Object.values(after.nominations.get(code)?.outcomes ?? {})).not.toContain('hold');
      }
    });
  });
});
