import { nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, propose } from '../support/opened-phase';
import { tiedWorld } from '../support/tied-world';
import { type Leaders, PROPOSED, award, awardAll, decide, startLeaders, stateOf } from './support';

const UNIT = 'Phòng Quản lý Công nghệ';
const ENTRIES = nominationsOf('hung-yen').nominations[0]?.scores.self;

/** What the end of the phase would do, as whoever may end it reads it. */
async function outlook({ first }: Leaders): Promise<object> {
  return (await first.get(`${PHASE}/conclusion`).expect(200)).body as object;
}

describeOnEachDatabase('the end of a phase', (db) => {
  let leaders: Leaders;
  let proposal: string;
  let submit: () => PromiseLike<{ body: object }>;
  beforeAll(async () => {
    leaders = await startLeaders(db);
  });
  const states = async () => {
    const all = await Promise.all(
      [...leaders.ids.keys()].map(async (code) => [code, await stateOf(leaders, code)] as const),
    );
    return Object.fromEntries(all);
  };

  /** By state, as the list of the office counts them. */
  const listed = async () => {
    const counts = ['before-council', 'decided', 'notified'].map(async (state) => {
      const { body } = await leaders.office.get(`${PHASE}/nominations?state=${state}`).expect(200);
      return [state, body.total as number] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  };

  it('is looked at before it comes: whom the rules give an award and nobody has given it', async () => {
    await propose(leaders.office);
    expect(await outlook(leaders)).toEqual({
      phase: 'GD1',
      concludedAt: null,
      publishedAt: null,
      passedOver: [
        { award: 'BK', criteriaSet: 'tap-the', places: 2, recipients: ['TT-01', 'TT-02'], pending: [] },
        { award: 'BK', criteriaSet: 'ca-nhan', places: 2, recipients: ['CN-01', 'CN-03'], pending: [] },
        { award: 'GK', criteriaSet: 'tap-the', places: 2, recipients: ['TT-03', 'TT-05'], pending: [] },
        {
          award: 'GK',
          criteriaSet: 'ca-nhan',
          places: 3,
          recipients: ['CN-02', 'CN-04', 'CN-05'],
          pending: [],
        },
      ],
    });
  });

  it('is seen at once in the list, which counted before', async () => {
    const all = leaders.ids.size - 1;
    expect(await listed()).toEqual({ 'before-council': all, decided: 0, notified: 0 });
    ({ proposal } = await awardAll(leaders));
    expect(await outlook(leaders)).toMatchObject({ passedOver: [] });
    const decided = PROPOSED.length;
    expect(await listed()).toEqual({ 'before-council': all - decided, decided, notified: 0 });
  });

  it('waits for the second person, and results for the end', async () => {
    const early = await leaders.office.post(`${PHASE}/publication`);
    expect(early.body).toMatchObject({ status: 409, code: 'phase-not-concluded' });
    const amended = { award: 'GK', criteriaSet: 'ca-nhan', from: 3, max: 4, reason: 'Bổ sung chỉ tiêu' };
    await leaders.office.post(`${PHASE}/amendments`).send(amended).expect(201);
    const { body } = await leaders.office.post(`${PHASE}/proposals`).expect(201);
    const added = { award: 'GK', criteriaSet: 'ca-nhan', places: 1, recipients: ['CN-06'], pending: [] };
    expect(await outlook(leaders)).toMatchObject({ passedOver: [added] });
    const open = await decide(leaders.first, body.id as string, { nomination: 'CN-06', award: 'GK' });
    expect(await outlook(leaders)).toMatchObject({ passedOver: [] });
    const answer = await leaders.first.post(`${PHASE}/conclusion`);
    expect(answer.body).toMatchObject({ status: 409, code: 'decisions-unconfirmed' });
    await leaders.first.post(`${PHASE}/decisions/${open}/retraction`).send({ reason: 'x' }).expect(201);
    expect(proposal).not.toBe(body.id);
  });

  it('does not tell who decides of the draft that a unit is writing', async () => {
    const clerk = await leaders.api.person({ username: 'don-vi-nhap', groups: ['unit'], unit: UNIT });
    const draft = { code: '31', subject: 'collective', name: UNIT, unit: UNIT, scores: { self: ENTRIES } };
    const { body } = await clerk.post(`${PHASE}/nominations`).send(draft).expect(201);
    submit = () => clerk.post(`${API}/nominations/${body.id}/submission`);
    const { body: newest } = await leaders.office.post(`${PHASE}/proposals`).expect(201);
    const choose = (nomination: string) =>
      leaders.first.post(`${PHASE}/decisions`).send({ proposal: newest.id, nomination, award: 'GK' });
    expect((await choose(body.code)).body).toMatchObject({ status: 404, code: 'nomination-not-found' });
  });

  it('decides everybody else without an award, but who is held', async () => {
    db.clock.set('2026-03-10T03:00:00.000Z');
    const { body } = await leaders.second.post(`${PHASE}/conclusion`).expect(201);
    const held = 1;
    expect(body).toEqual({
      phase: 'GD1',
      concludedAt: '2026-03-10T03:00:00.000Z',
      publishedAt: null,
      moved: leaders.ids.size - PROPOSED.length - held,
    });
    const expected = Object.fromEntries(
      [...leaders.ids.keys()].map((code) => [code, code === 'TT-06' ? 'held' : 'decided']),
    );
    expect(await states()).toEqual(expected);
    const decided = leaders.ids.size - held;
    expect(await listed()).toEqual({ 'before-council': 0, decided, notified: 0 });
    const { concludedAt, publishedAt } = body as { concludedAt: string; publishedAt: null };
    expect(await outlook(leaders)).toEqual({ phase: 'GD1', concludedAt, publishedAt, passedOver: [] });
    const again = await leaders.first.post(`${PHASE}/conclusion`);
    expect(again.body).toMatchObject({ status: 409, code: 'phase-conclusion-exists' });
  });

  it('takes in no draft any more', async () => {
    expect((await submit()).body).toMatchObject({ code: 'phase-closed' });
  });

  it('shows a unit nothing before the results are published, and all that are decided after', async () => {
    const unit = await leaders.api.person({ username: 'don-vi', groups: ['unit'], unit: 'Thanh tra Sở' });
    const url = `${API}/nominations/${leaders.ids.get('CN-06')}`;
    const before = (await unit.get(url).expect(200)).body;
    expect(before.state).toBe('before-council');
    db.clock.set('2026-03-12T03:00:00.000Z');
    const { body } = await leaders.office.post(`${PHASE}/publication`).expect(201);
    expect(body).toMatchObject({ publishedAt: '2026-03-12T03:00:00.000Z', moved: leaders.ids.size - 1 });
    const after = (await unit.get(url).expect(200)).body;
    expect([after.state, after.stateSince]).toEqual(['notified', '2026-03-12T03:00:00.000Z']);
    expect((await states())['TT-06']).toBe('held');
    const notified = leaders.ids.size - 1;
    expect(await listed()).toEqual({ 'before-council': 0, decided: 0, notified });
  });

  it('comes once more for a case that was held until then', async () => {
    const one = `${API}/nominations/${leaders.ids.get('TT-06')}`;
    const { body } = await leaders.office.get(`${one}/matters`).expect(200);
    const [matter] = body.items as { id: string }[];
    await leaders.office.delete(`${one}/matters/${matter?.id}`).expect(204);
    expect(await stateOf(leaders, 'TT-06')).not.toBe('held');
    await leaders.first.post(`${PHASE}/conclusion`).expect(201);
    expect(await stateOf(leaders, 'TT-06')).toBe('decided');
    const { body: published } = await leaders.office.post(`${PHASE}/publication`).expect(201);
    expect(published).toMatchObject({ publishedAt: '2026-03-12T03:00:00.000Z', moved: 1 });
  });

  it('still gives a place that is free to somebody on the list', async () => {
    const { body } = await leaders.office.post(`${PHASE}/proposals`).expect(201);
    await award(leaders, body.id as string, { nomination: 'CN-06', award: 'GK' });
    expect(await stateOf(leaders, 'CN-06')).toBe('decided');
  });
});

describeOnEachDatabase('the end of a phase with a tie that nobody has settled', (db) => {
  it('is told of the tie beforehand, and of no award below it, which waits', async () => {
    const { api } = await tiedWorld(db);
    const { body } = await api.agent.get(`${PHASE}/conclusion`).expect(200);
    expect(body.passedOver).toEqual([
      { award: 'BK', criteriaSet: 'tap-the', places: 2, recipients: ['TT-01', 'TT-02'], pending: [] },
      { award: 'BK', criteriaSet: 'ca-nhan', places: 2, recipients: ['CN-01'], pending: ['CN-02', 'CN-03'] },
      { award: 'GK', criteriaSet: 'tap-the', places: 2, recipients: ['TT-03', 'TT-05'], pending: [] },
    ]);
  });
});

describeOnEachDatabase('the right to each act of deciding', (db) => {
  let leaders: Leaders;
  beforeAll(async () => {
    leaders = await startLeaders(db);
  });

  const LEADERSHIP = [
    'decisions',
    'decisions/x/confirmation',
    'decisions/x/retraction',
    'decisions/x/revocation',
    'conclusion',
  ];
  it.each([
    ['unit', [...LEADERSHIP, 'decisions/x/refusal', 'publication', 'proposals']],
    ['council', [...LEADERSHIP, 'decisions/x/refusal', 'publication', 'proposals']],
    ['administrator', [...LEADERSHIP, 'decisions/x/refusal', 'publication', 'proposals']],
    ['office', LEADERSHIP],
    ['leadership', ['publication']],
  ] as const)('is not had by the group %s where it is another’s', async (group, closed) => {
    const agent = await leaders.api.person({ username: `mot-${group}`, groups: [group], unit: 'Đơn vị A' });
    for (const what of closed) {
      const { status } = await agent.post(`${PHASE}/${what}`).send({});
      expect([what, status]).toEqual([what, 403]);
    }
  });

  it('is not had on one’s own case', async () => {
    const { body } = await leaders.office.post(`${PHASE}/proposals`).expect(201);
    const nominee = await leaders.api.person({
      username: 'dat',
      name: 'Vũ Quốc Đạt',
      groups: ['leadership'],
    });
    const choice = { proposal: body.id, nomination: 'CN-06', award: 'GK', reason: 'x' };
    const answer = await nominee.post(`${PHASE}/decisions`).send(choice);
    expect(answer.body).toMatchObject({ status: 422, code: 'decides-for-oneself' });
    const id = await decide(leaders.first, body.id as string, choice);
    const second = await nominee.post(`${PHASE}/decisions/${id}/confirmation`);
    expect(second.body).toMatchObject({ status: 422, code: 'decides-for-oneself' });
  });
});
