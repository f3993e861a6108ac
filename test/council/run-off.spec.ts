import { describeOnEachDatabase } from '../support/each-database';
import { PHASE } from '../support/opened-phase';
import {
  type CouncilWorld,
  type ItemBody,
  MEMBERS,
  SESSIONS,
  cast,
  closePolls,
  councilWorld,
  member,
  openPolls,
  opened,
  sessionOf,
} from './support';

/** Those above the floor of the award, with CN-02 and CN-03 tied for its last place. */
const CODES = ['CN-01', 'CN-02', 'CN-03'];

describeOnEachDatabase('a tie at the cut', (db) => {
  let world: CouncilWorld;
  let id: string;
  beforeAll(async () => {
    world = await councilWorld(db, { case: 'hung-yen-tie' });
    id = await opened(world, { codes: CODES });
    const items = await openPolls(world, id);
    for (const name of MEMBERS) await cast(member(world, name).api, id, items, 'yes').expect(201);
    await closePolls(world, id, items).expect(201);
  });

  const runOff = () =>
    world.office
      .post(`${SESSIONS}/${id}/run-offs`)
      .send({ criteriaSet: 'ca-nhan', award: 'BK', method: 'secret' });
  const votes = async (items: ItemBody[], marks: string[]) => {
    for (const [at, mark] of marks.entries())
      await cast(member(world, MEMBERS[at] ?? '').api, id, items, mark).expect(201);
    await closePolls(world, id, items).expect(201);
  };
  const resolutions = async () => (await world.office.get(`${PHASE}/tie-resolutions`)).body.items as object[];
  const lastItem = async () => (await sessionOf(world.office, id)).items.at(-1);

  it('is put to the vote by the office, once', async () => {
    await runOff().expect(201);
    expect((await runOff()).body.code).toBe('run-off-exists');
    const item = await lastItem();
    expect(item?.nominees.map(({ code }) => code)).toEqual(['CN-02', 'CN-03']);
    const none = { criteriaSet: 'tap-the', award: 'GK', method: 'open' };
    expect((await world.office.post(`${SESSIONS}/${id}/run-offs`).send(none)).body.code).toBe(
      'tie-not-found',
    );
  });

  it('that ties again stays a tie', async () => {
    await votes(await openPolls(world, id), ['CN-02', 'CN-02', 'CN-03', 'CN-03', 'abstain']);
    expect((await lastItem())?.result).toMatchObject({
      tally: { 'CN-02': 2, 'CN-03': 2, abstain: 1 },
      groups: [['CN-02', 'CN-03']],
    });
    expect(await resolutions()).toEqual([]);
  });

  it('is broken by the votes, in words that name the session and the counts', async () => {
    await runOff().expect(201);
    await votes(await openPolls(world, id), ['CN-03', 'CN-02', 'CN-03', 'CN-03', 'abstain']);
    const { id: _, ...recorded } = (await resolutions())[0] as { id: string };
    expect(recorded).toEqual({
      criteriaSet: 'ca-nhan',
      award: 'BK',
      order: ['CN-03', 'CN-02'],
      leaveVacant: false,
      reason:
        'Hội đồng bỏ phiếu lại tại phiên họp số 1 ngày 15/12/2025; số phiếu chọn: CN-02: 1, CN-03: 3; không ý kiến: 1.',
      by: 'Hội đồng Thi đua - Khen thưởng, phiên họp số 1',
      date: '2025-12-15',
    });
    expect((await runOff()).body.code).toBe('tie-not-found');
    const { body } = await world.office.get(`${PHASE}/ranking`).query({ criteriaSet: 'ca-nhan' });
    const outcomes = (body as { items: { code: string; outcomes: Record<string, { code: string }> }[] }).items
      .filter(({ code }) => CODES.includes(code))
      .map(({ code, outcomes: of }) => [code, of.BK?.code]);
    expect(Object.fromEntries(outcomes)).toEqual({
      'CN-01': 'awarded',
      'CN-02': 'quota-full',
      'CN-03': 'awarded',
    });
  });
});
