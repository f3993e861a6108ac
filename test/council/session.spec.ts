import { describeOnEachDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import {
  type CouncilWorld,
  MEMBERS,
  SECRETARY,
  SESSIONS,
  callRoll,
  cast,
  closePolls,
  councilWorld,
  member,
  openPolls,
  opened,
  planOf,
  planned,
  sessionOf,
} from './support';

const codesOf = ({ body }: { body: { findings?: { code: string }[] } }) =>
  body.findings?.map(({ code }) => code);

describeOnEachDatabase('a session of the council', (db) => {
  let world: CouncilWorld;
  beforeAll(async () => {
    world = await councilWorld(db);
  });

  it('seats its chair, its members by given name and its secretary', async () => {
    const { seats, state, attendance } = await sessionOf(world.office, await planned(world));
    expect(seats.map(({ name, role }) => [name, role])).toEqual([
      [MEMBERS[0], 'chair'],
      ...MEMBERS.slice(1).map((name) => [name, 'member']),
      [SECRETARY, 'secretary'],
    ]);
    expect({ state, attendance }).toEqual({
      state: 'planned',
      attendance: { members: 5, present: 0, written: 0 },
    });
  });

  it('is refused with all that is wrong at once', async () => {
    const plan = { ...planOf(world), title: ' ', date: '2025-02-30', time: '25:00', seats: [] };
    const answer = await world.office.post(SESSIONS).send(plan);
    expect([answer.status, codesOf(answer)]).toEqual([
      422,
      ['title-missing', 'session-day', 'session-time', 'one-chair'],
    ]);
  });

  it('takes nobody who is not of the council, nobody twice, and no namesakes', async () => {
    const namesake = { username: 'cuc-khac', name: 'Lê  Thị cúc', groups: ['council' as const] };
    await world.app.person(namesake);
    await world.app.person({
      username: 'nguoi-ngoai',
      name: 'Người Ngoài',
      groups: ['unit'],
      unit: 'Thanh tra Sở',
    });
    const [first, second] = await Promise.all(
      ['cuc-khac', 'nguoi-ngoai'].map(async (username) => {
        const [row] = await db.unitOfWork.reader.sql<
          { id: string }[]
        >`SELECT "id" FROM "person" WHERE "username" = ${username}`;
        return row?.id;
      }),
    );
    const plan = planOf(world);
    const seats = [
      ...plan.seats,
      { person: first, role: 'member' },
      { person: second, role: 'member' },
      plan.seats[1],
    ];
    const answer = await world.office.post(SESSIONS).send({ ...plan, seats });
    expect(codesOf(answer)).toEqual(['seat-twice', 'not-of-the-council', 'namesake']);
  });

  it('is not there for a member who does not sit in it', async () => {
    const id = await planned(world, MEMBERS.slice(0, 4));
    const left = member(world, MEMBERS[4]).api;
    expect((await left.get(`${SESSIONS}/${id}`)).body.code).toBe('session-not-found');
    expect((await left.get(SESSIONS)).body.items.map((line: { id: string }) => line.id)).not.toContain(id);
    const known = (await member(world, MEMBERS[1]).api.get(SESSIONS)).body.items as { id: string }[];
    expect(known.map((line) => line.id)).toContain(id);
  });

  it('opens once every member is marked, and not before', async () => {
    const id = await planned(world);
    const early = await world.office.post(`${SESSIONS}/${id}/opening`);
    expect([early.status, early.body.code]).toEqual([409, 'roll-not-called']);
    await callRoll(world, id, { [MEMBERS[1]]: 'written', [MEMBERS[2]]: 'absent' });
    await world.office.post(`${SESSIONS}/${id}/opening`).expect(201);
    expect((await sessionOf(world.office, id)).attendance).toEqual({ members: 5, present: 3, written: 1 });
    expect((await world.office.post(`${SESSIONS}/${id}/opening`)).body.code).toBe('session-not-planned');
  });

  it('keeps the seats and the roll of those who stay when it is edited', async () => {
    const id = await planned(world);
    await callRoll(world, id);
    const before = await sessionOf(world.office, id);
    const { campaign: _c, phase: _p, ...plan } = planOf(world, MEMBERS.slice(0, 4));
    const edit = (version: number) =>
      world.office
        .put(`${SESSIONS}/${id}`)
        .set('If-Match', `"v${version}"`)
        .send({ ...plan, title: 'Phiên họp mới' });
    await edit(before.version).expect(200);
    expect((await edit(before.version)).status).toBe(412);
    const after = await sessionOf(world.office, id);
    expect(after.seats).toEqual(before.seats.filter(({ name }) => name !== MEMBERS[4]));
  });

  it('refers an appraised case to the council by putting it on the agenda, once', async () => {
    const id = await planned(world);
    const nomination = world.nominations.get('TT-01');
    const wanted = { nominations: [nomination], awards: ['BK', 'GK'], method: 'open' };
    const { body } = await world.office.post(`${SESSIONS}/${id}/items`).send(wanted).expect(201);
    expect(body.added).toBe(2);
    expect((await world.office.get(`${API}/nominations/${nomination}`)).body.state).toBe('before-council');
    expect((await world.office.post(`${SESSIONS}/${id}/items`).send(wanted)).body.added).toBe(0);
    const { items } = await sessionOf(world.office, id);
    expect(items.map(({ ordinal, award, state }) => [ordinal, award, state])).toEqual([
      [1, 'BK', 'waiting'],
      [2, 'GK', 'waiting'],
    ]);
    await world.office.delete(`${SESSIONS}/${id}/items/${items[0]?.id}`).expect(204);
    expect((await sessionOf(world.office, id)).items.map(({ award }) => award)).toEqual(['GK']);
  });

  it('opens no ballot without the quorum of the award', async () => {
    const roll = { [MEMBERS[1]]: 'absent', [MEMBERS[2]]: 'absent' } as const;
    const id = await opened(world, { codes: ['TT-02'], roll });
    const [item] = (await sessionOf(world.office, id)).items;
    const answer = await world.office.post(`${SESSIONS}/${id}/poll-openings`).send({ items: [item?.id] });
    expect(codesOf(answer)).toEqual(['no-quorum']);
  });

  it('hands attendance and counts to the rules when a ballot closes', async () => {
    const id = await opened(world, { codes: ['TT-03'], roll: { [MEMBERS[4]]: 'written' } });
    const items = await openPolls(world, id);
    for (const name of MEMBERS) await cast(member(world, name).api, id, items, 'yes').expect(201);
    await closePolls(world, id, items).expect(201);
    await world.office.post(`${SESSIONS}/${id}/closing`).expect(201);
    const [phase] = await db.unitOfWork.reader.query('SELECT "council" FROM "phase"');
    expect(JSON.parse(phase.council)).toEqual({ members: 5, present: 4, written: 1 });
    const ballot = `${API}/nominations/${world.nominations.get('TT-03')}/ballots/BK`;
    expect((await world.office.get(ballot)).body).toMatchObject({ yes: 5, no: 0, abstain: 0 });
    const by = await world.office.put(ballot).set('If-Match', '"v1"').send({ yes: 1, no: 4 });
    expect([by.status, by.body.code]).toEqual([409, 'ballot-of-session-exists']);
  });

  it('fixes the roll once a vote is counted, and during a ballot', async () => {
    const id = await opened(world, { codes: ['TT-04'] });
    const items = await openPolls(world, id);
    const { seats, version } = await sessionOf(world.office, id);
    const call = (seen: number) =>
      world.office
        .put(`${SESSIONS}/${id}/attendance`)
        .set('If-Match', `"v${seen}"`)
        .send({ marks: [{ seat: seats[1]?.id, attendance: 'absent' }] });
    expect((await call(version)).body.code).toBe('ballot-under-way');
    expect((await world.office.post(`${SESSIONS}/${id}/closing`)).body.code).toBe('ballot-under-way');
    for (const name of MEMBERS) await cast(member(world, name).api, id, items, 'no').expect(201);
    await closePolls(world, id, items).expect(201);
    expect((await call(version + 1)).body.code).toBe('attendance-closed');
  });
});
