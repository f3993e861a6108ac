import fc from 'fast-check';
import { type AwardResult, evaluate, type NominationResult } from '../../src/domain/evaluation';
import { lineFor, maximumOf } from '../reference/quota';
import { type Case, cases } from './generators';
import { isReason } from './outcomes';

/** Runs a law on random rounds; a failure prints its seed and the round. */
function holds(law: (given: Case) => void): void {
  fc.assert(fc.property(cases(), law), { numRuns: 500, seed: 6152025, endOnFailure: true });
}

/** Every award of every pool, with the results of its pool. */
function awardsOf(given: Case): { award: AwardResult; pool: NominationResult[] }[] {
  const { pools, nominations } = evaluate(given.campaign, given.round);
  return pools.flatMap(({ criteriaSet, awards }) => {
    const pool = [...nominations.values()].filter((one) => one.criteriaSet === criteriaSet);
    return awards.map((award) => ({ award, pool }));
  });
}

/** Thousands of rounds take a while on a busy machine. */
jest.setTimeout(300_000);

describe('whatever the campaign and the round', () => {
  it('no award is given above its maximum, nor to one unit above its cap', () => {
    holds(({ campaign, round }) => {
      for (const { criteriaSet, awards } of evaluate(campaign, round).pools) {
        const set = campaign.criteriaSets.find(({ code }) => code === criteriaSet);
        for (const { award, max, offered, recipients, pending, places } of awards) {
          const line =
            set && campaign.awards.filter(({ code }) => code === award).map((one) => lineFor(one, set))[0];
          expect(max).toBe(set && line && maximumOf(line, set, round));
          expect(offered).toBeLessThanOrEqual(max);
          expect(recipients.length + places).toBeLessThanOrEqual(offered);
          expect(places > 0).toBe(pending.length > 0);
          const units = round.nominations
            .filter(({ code }) => recipients.includes(code))
            .map(({ unit }) => unit);
          for (const unit of units) {
            expect(units.filter((other) => other === unit).length).toBeLessThanOrEqual(
              line?.perUnitMax ?? max,
            );
          }
        }
      }
    });
  });

  it('a nomination takes one award at most, and has one outcome for each', () => {
    holds(({ campaign, round }) => {
      const { pools, nominations } = evaluate(campaign, round);
      const given = pools.flatMap(({ awards }) =>
        awards.flatMap(({ award, recipients }) => recipients.map((code) => [code, award])),
      );
      expect(new Set(given.map(([code]) => code)).size).toBe(given.length);
      expect(nominations.size).toBe(round.nominations.length);
      for (const [code, { award, outcomes }] of nominations) {
        expect(award).toBe(given.find(([recipient]) => recipient === code)?.[1] ?? null);
        expect(Object.keys(outcomes).sort()).toEqual(campaign.awards.map((one) => one.code).sort());
        expect(Object.keys(outcomes).filter((key) => outcomes[key] === 'awarded')).toEqual(
          award ? [award] : [],
        );
      }
    });
  });

  it('nobody eligible is passed over by someone ranked lower, but where the unit is full', () => {
    holds((given) => {
      for (const { award, pool } of awardsOf(given)) {
        const last = ranksOf(award, pool).at(-1) ?? 0;
        for (const one of pool.filter(({ rank }) => rank !== null && rank < last)) {
          const outcome = one.outcomes[award.award] ?? 'not-scored';
          expect(isReason(outcome) || ['awarded', 'awarded-higher', 'unit-cap'].includes(outcome)).toBe(true);
        }
      }
    });
  });

  it('recipients stand in ranking order, and every one of them was eligible', () => {
    holds((given) => {
      for (const { award, pool } of awardsOf(given)) {
        const ranks = ranksOf(award, pool);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const { nomination, outcomes } of pool) {
          expect(outcomes[award.award] === 'awarded').toBe(award.recipients.includes(nomination.code));
        }
      }
    });
  });

  it('the reserve holds at most three, each eligible, none of them a recipient', () => {
    holds((given) => {
      for (const { award, pool } of awardsOf(given)) {
        expect(award.reserve.length).toBeLessThanOrEqual(3);
        for (const code of award.reserve) {
          const outcome = pool.find(({ nomination }) => nomination.code === code)?.outcomes[award.award];
          expect(outcome !== undefined && !isReason(outcome) && outcome !== 'awarded').toBe(true);
        }
      }
    });
  });
});

function ranksOf({ recipients }: AwardResult, pool: NominationResult[]): number[] {
  return recipients.flatMap((code) => pool.find(({ nomination }) => nomination.code === code)?.rank ?? []);
}
