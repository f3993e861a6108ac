import fc from 'fast-check';
import { parse } from 'yaml';
import type { Campaign } from '../../src/domain/campaign';
import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import { InputRefused } from '../../src/domain/domain-error';
import { type Evaluation, evaluate } from '../../src/domain/evaluation';
import type { Change } from '../../src/domain/plan-change';
import { samePool } from '../../src/domain/same-pool';
import { whatIf } from '../../src/domain/what-if';
import { cases } from '../properties/generators';
import { caseText, nominationsOf } from '../support/cases';

/** The worked case with a tie: CN-02 and CN-03 for the last Bằng khen. */
const campaign = frozen(readCampaign(parse(caseText('hung-yen-tie', 'campaign.yaml'))).campaign as Campaign);
const { round } = frozen(readRound(nominationsOf('hung-yen-tie'), campaign));
const resolution = {
  criteriaSet: 'ca-nhan',
  award: 'BK',
  order: ['CN-03', 'CN-02'],
  leaveVacant: false,
  reason: 'Bỏ phiếu lại',
  by: 'Hội đồng',
  date: '2025-12-22',
};

function tried(change: Change) {
  if (!round) throw new Error('the nominations do not read');
  return whatIf(campaign, round, frozen(change));
}

const refused = (change: Change) => findingsOf(() => tried(change));

/** What a change was refused for; nothing when it was not. */
function findingsOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return error.findings.map(({ level, code, path }) => `${level} ${code} ${path.join('.')}`);
  }
}

/** Throws when anybody writes to it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** `CN-02: – → GK (BK tie-pending → quota-full; …)` */
function moved(change: Change): string[] {
  return tried(change).map(({ code, before, after, outcomes }) => {
    const changes = outcomes.map((one) => `${one.award} ${one.before} → ${one.after}`);
    return `${code}: ${before ?? '–'} → ${after ?? '–'} (${changes.join('; ')})`;
  });
}

describe('what if', () => {
  it.each<[string, Change]>([
    ['nothing is changed', {}],
    ['every part of it is empty', { quota: [], floor: {}, tieResolutions: [] }],
    ['the quota stays what it is', { quota: [{ award: 'BK', criteriaSet: 'ca-nhan', max: 2 }] }],
    ['the floor stays what it is', { floor: { BK: 9000 } }],
  ])('%s: nobody moves', (_, change) => {
    expect(tried(change)).toEqual([]);
  });

  it('there are no places: whoever had one is shown with both awards', () => {
    expect(tried({ quota: [{ award: 'GK', criteriaSet: 'tap-the', max: 0, min: 0 }] })).toEqual([
      {
        code: 'TT-03',
        before: 'GK',
        after: null,
        outcomes: [{ award: 'GK', before: 'awarded', after: 'quota-full' }],
      },
      {
        code: 'TT-05',
        before: 'GK',
        after: null,
        outcomes: [{ award: 'GK', before: 'awarded', after: 'quota-full' }],
      },
    ]);
  });

  it('the tie is resolved', () => {
    expect(moved({ tieResolutions: [resolution] })).toEqual([
      'CN-02: – → GK (BK tie-pending → quota-full; GK blocked-by-tie → awarded)',
      'CN-03: – → BK (BK tie-pending → awarded; GK blocked-by-tie → awarded-higher)',
      'CN-04: – → GK (GK blocked-by-tie → awarded)',
      'CN-05: – → GK (GK blocked-by-tie → awarded)',
      'CN-06: – → – (GK blocked-by-tie → quota-full)',
    ]);
  });

  it('there is a third place', () => {
    expect(moved({ quota: [{ award: 'BK', criteriaSet: 'ca-nhan', max: 3 }] })).toEqual([
      'CN-02: – → BK (BK tie-pending → awarded; GK blocked-by-tie → awarded-higher)',
      'CN-03: – → BK (BK tie-pending → awarded; GK blocked-by-tie → awarded-higher)',
      'CN-04: – → GK (GK blocked-by-tie → awarded)',
      'CN-05: – → GK (GK blocked-by-tie → awarded)',
      'CN-06: – → GK (GK blocked-by-tie → awarded)',
    ]);
  });

  it('the floor of one award is higher and the places of another more', () => {
    const quota = [{ award: 'BK', criteriaSet: 'tap-the', max: 3 }];
    expect(moved({ quota, floor: { GK: 8701 } })).toEqual([
      'CN-05: – → – (GK blocked-by-tie → below-floor)',
      'CN-06: – → – (GK blocked-by-tie → below-floor)',
      'TT-03: GK → GK (BK quota-full → kept-for-minimum)',
      'TT-04: – → – (GK quota-full → below-floor)',
      'TT-05: GK → – (GK awarded → below-floor)',
    ]);
  });

  it('there are fewer places than the plan’s minimum: the change is refused, and its minimum can be lowered with it', () => {
    const quota = { award: 'GK', criteriaSet: 'ca-nhan', max: 1 };
    expect(refused({ quota: [quota] })).toEqual(['error min-above-max quota.0']);
    expect(refused({ quota: [{ ...quota, min: 1 }] })).toEqual([]);
    const none = { award: 'GK', criteriaSet: 'tap-the', max: 0 };
    expect(refused({ quota: [none] })).toEqual(['error min-above-max quota.0']);
  });

  it('the change could not stand in the plan: every finding at once, where it is in the change', () => {
    expect(
      refused({
        quota: [
          { award: 'BK', criteriaSet: 'ca-nhan', max: -1 },
          { award: 'BK', criteriaSet: 'tap-the', max: 2.5 },
          { award: 'BK', criteriaSet: 'tap-the', max: 1, min: 2 },
          { award: 'XX', criteriaSet: 'yy', max: 1 },
        ],
        floor: { BK: 10_001, GK: NaN, XX: 1 },
        tieResolutions: [
          { ...resolution, order: ['CN-02', 'CN-02', 'TT-01', 'CN-99'], reason: '' },
          { ...resolution, order: undefined },
        ],
      }),
    ).toEqual([
      'error below-least quota.0.max',
      'error not-whole quota.1.max',
      'error min-above-max quota.2',
      'error duplicate-quota-line quota.2',
      'error unknown-award quota.3.award',
      'error unknown-criteria-set quota.3.criteriaSet',
      'error not-a-number floor.GK',
      'error unknown-award floor.XX',
      'error duplicate-code tieResolutions.0.order.1',
      'error empty-text tieResolutions.0.reason',
      'error order-or-vacant tieResolutions.1',
      'error nomination-of-another-set tieResolutions.0.order.2',
      'error unknown-nomination tieResolutions.0.order.3',
      // Once for each set under this floor.
      'error floor-out-of-reach floor.BK',
      'error floor-out-of-reach floor.BK',
    ]);
  });

  it('a pool gets its first line for an award, whose floor it must be able to reach', () => {
    const [collectives, individuals] = campaign.criteriaSets;
    const [bk, gk] = campaign.awards;
    if (!round || !collectives || !individuals || !bk || !gk) throw new Error('the case has changed');
    const onlyCollectives = { ...bk, quota: bk.quota.filter(({ subject }) => subject === 'collective') };
    const plan = frozen({ ...campaign, awards: [onlyCollectives, { ...gk, quota: [] }] });
    const low = frozen({ ...plan, criteriaSets: [collectives, { ...individuals, clamp: { max: 8900 } }] });
    const change = { quota: [{ award: 'BK', criteriaSet: 'ca-nhan', max: 1 }] };
    expect(whatIf(plan, round, change).find(({ code }) => code === 'CN-01')).toEqual({
      code: 'CN-01',
      before: null,
      after: 'BK',
      outcomes: [{ award: 'BK', before: 'no-quota-line', after: 'awarded' }],
    });
    expect(findingsOf(() => whatIf(low, round, change))).toEqual(['error floor-out-of-reach quota.0']);
  });

  it('moves exactly those whose outcomes two evaluations tell apart, and writes to nothing', () => {
    const asked = fc.tuple(cases(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(asked, ([{ campaign, round }, anyAward, anySet, max]) => {
        const award = campaign.awards[anyAward % campaign.awards.length];
        const set = campaign.criteriaSets[anySet % campaign.criteriaSets.length];
        const old = award?.quota.find((line) => set && samePool(line, set));
        // A first line could be refused for its floor.
        if (!award || !set || !old) return;
        const change = { quota: [{ award: award.code, criteriaSet: set.code, max, min: 0 }] };
        const movers = whatIf(frozen(campaign), frozen(round), frozen(change));
        const kind = { subject: set.subject, audience: set.audience };
        const others = award.quota.filter((line) => !samePool(line, kind));
        const line = { perUnitMax: old.perUnitMax, ...kind, min: 0, max };
        const after = evaluate(
          {
            ...campaign,
            awards: campaign.awards.map((one) =>
              one === award ? { ...one, quota: [...others, line] } : one,
            ),
          },
          round,
        );
        const before = evaluate(campaign, round);
        expect(whatIf(campaign, round, change, before)).toEqual(movers);
        const differs = [...before.nominations]
          .filter(([code, one]) => JSON.stringify(one.outcomes) !== outcomesOf(after, code))
          .map(([code]) => code);
        expect(movers.map(({ code }) => code)).toEqual(differs.toSorted());
        for (const { code, after: taken, before: had } of movers)
          expect([had, taken]).toEqual([
            before.nominations.get(code)?.award,
            after.nominations.get(code)?.award,
          ]);
      }),
      { numRuns: 300, seed: 52 },
    );
  });
});

function outcomesOf({ nominations }: Evaluation, code: string): string {
  return JSON.stringify(nominations.get(code)?.outcomes);
}
