import fc from 'fast-check';
import { type Evaluation, evaluate } from '../../src/domain/evaluation';
import type { Nomination, Round, TieResolution } from '../../src/domain/nomination';
import { cases } from './generators';

/** Everything that an evaluation says, by code. */
function saidBy({ pools, nominations }: Evaluation) {
  return {
    pools: pools.map(({ criteriaSet, awards }) => ({ criteriaSet, awards })),
    nominations: Object.fromEntries(
      [...nominations].map(([code, { total, rank, band, award, outcomes, lines }]) => [
        code,
        { total, rank, band, award, outcomes, lines },
      ]),
    ),
  };
}

/** The same round, every list and record in another order; only what people decided on one day stays as it was said. */
function reordered(round: Round, order: <T>(values: T[]) => T[]): Round {
  return {
    ...round,
    participants: entriesOf(round.participants, order),
    tieResolutions: order(byDay(round.tieResolutions)).flat(),
    nominations: order(round.nominations).map((one) => reorderedNomination(one, order)),
  };
}

function byDay(resolutions: TieResolution[]): TieResolution[][] {
  const days = [...new Set(resolutions.map(({ date }) => date))];
  return days.map((day) => resolutions.filter(({ date }) => date === day));
}

function reorderedNomination(one: Nomination, order: <T>(values: T[]) => T[]): Nomination {
  const { self = {}, appraisal = {}, council = [] } = one.scores;
  const sheets = order(council).map((sheet) => ({ ...sheet, points: entriesOf(sheet.points, order) }));
  return {
    ...one,
    scores: { self: entriesOf(self, order), appraisal: entriesOf(appraisal, order), council: sheets },
    evidence: order(one.evidence),
    matters: order(one.matters),
    awards: order(one.awards),
    ballots: entriesOf(one.ballots, order),
  };
}

function entriesOf<T>(record: Record<string, T>, order: <V>(values: V[]) => V[]): Record<string, T> {
  return Object.fromEntries(order(Object.entries(record)));
}

/** Another order for every seed: each value goes where the seed sends it. */
function shuffled(seed: number): <T>(values: T[]) => T[] {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647);
  return (values) =>
    values
      .map((value) => ({ value, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
}

/** Thousands of rounds take a while on a busy machine. */
jest.setTimeout(300_000);

describe('the order of the input', () => {
  it('changes nothing, however nominations, sheets, entries, evidence, ballots and resolutions are shuffled', () => {
    fc.assert(
      fc.property(cases(), fc.integer({ min: 1, max: 2147483646 }), ({ campaign, round }, seed) => {
        const other = evaluate(campaign, reordered(round, shuffled(seed)));
        expect(saidBy(other)).toEqual(saidBy(evaluate(campaign, round)));
      }),
      { numRuns: 500, seed: 842, endOnFailure: true },
    );
  });

  it('changes nothing either for the order in which the campaign lists its awards', () => {
    fc.assert(
      fc.property(cases(), ({ campaign, round }) => {
        const turned = { ...campaign, awards: [...campaign.awards].reverse() };
        expect(saidBy(evaluate(turned, round))).toEqual(saidBy(evaluate(campaign, round)));
      }),
      { numRuns: 300, seed: 842, endOnFailure: true },
    );
  });
});
