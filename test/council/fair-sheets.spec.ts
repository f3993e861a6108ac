import type { Nomination } from '../../src/domain/nomination';
import { type Judge, unfairSheets } from '../../src/domain/fair-sheets';
import { firstNomination, loadCase } from '../dossiers/support/round';

const POINTS = { '1': 2_800 };

describe('points that a nomination brings from the council', () => {
  let collective: Nomination;
  let individual: Nomination;

  beforeAll(async () => {
    const data = await loadCase('hung-yen');
    individual = firstNomination(data);
    const found = data.round.nominations.find(({ subject }) => subject === 'collective');
    if (!found) throw new Error('no collective');
    collective = found;
  });

  const scored = (nomination: Nomination, member: string, recused = false): Nomination => ({
    ...nomination,
    scores: { ...nomination.scores, council: [{ member, recused, points: recused ? {} : POINTS }] },
  });
  const judge = (name: string, more: Partial<Judge> = {}): Judge => ({
    name,
    unit: null,
    headsUnit: false,
    ...more,
  });
  const codes = (nomination: Nomination, council: Judge[], before?: Nomination) =>
    unfairSheets(nomination, council, before).map(({ code, path }) => [code, ...path]);
  const REFUSED = [['member-recused', 'scores', 'council', 0]];

  it('are not those of the nominee, under whatever spelling of the name, with an account or without', () => {
    const own = scored(individual, `  ${individual.name.toUpperCase()} `);
    expect(codes(own, [])).toEqual(REFUSED);
    expect(codes(own, [judge(individual.name, { unit: individual.unit })])).toEqual(REFUSED);
    expect(codes(scored(individual, individual.name, true), [])).toEqual([]);
  });

  it('may be those of somebody of the same name in another unit', () => {
    const namesake = judge(individual.name, { unit: 'Sở Nội vụ' });
    expect(codes(scored(individual, individual.name), [namesake])).toEqual([]);
  });

  it('are not those of the head of the nominated unit, and may be those of its other people', () => {
    const own = scored(collective, 'Trần Văn Hai');
    const { unit } = collective;
    expect(codes(own, [judge('Trần Văn Hai', { unit, headsUnit: true })])).toEqual(REFUSED);
    expect(codes(own, [judge('Trần Văn Hai', { unit })])).toEqual([]);
    expect(codes(own, [judge('Trần Văn Hai', { unit: 'Sở Nội vụ', headsUnit: true })])).toEqual([]);
  });

  it('stay where they are there already', () => {
    const own = scored(individual, individual.name);
    expect(codes({ ...own, name: individual.name }, [], own)).toEqual([]);
    const changed = {
      ...own,
      scores: { council: [{ member: individual.name, recused: false, points: { '1': 2_900 } }] },
    };
    expect(codes(changed, [], own)).toEqual(REFUSED);
  });
});
