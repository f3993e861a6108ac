import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, propose } from '../support/opened-phase';
import { type Leaders, decide, register, startLeaders, stateOf, taken } from './support';

describeOnEachDatabase('a decision of two people', (db) => {
  let leaders: Leaders;
  let proposal: string;
  beforeAll(async () => {
    leaders = await startLeaders(db);
    proposal = await propose(leaders.office);
    await leaders.api.app.listen(0, '127.0.0.1');
  });
  const at = (id: string, what: string) => `${PHASE}/decisions/${id}/${what}`;

  it('is in force once the second has confirmed it, and says who they are', async () => {
    const { first, second } = leaders;
    const id = await decide(first, proposal, { nomination: 'TT-01', award: 'BK' });
    expect(await stateOf(leaders, 'TT-01')).toBe('before-council');
    const own = await first.post(at(id, 'confirmation'));
    expect(own.body).toMatchObject({ status: 422, code: 'confirm-own' });
    const { body } = await second.post(at(id, 'confirmation')).expect(201);
    expect(body).toMatchObject({
      status: 'confirmed',
      decidedBy: 'Trần Văn Hùng',
      confirmedBy: 'Lê Thị Hoa',
      confirmedAt: db.clock.now(),
    });
    expect(await stateOf(leaders, 'TT-01')).toBe('decided');
  });

  it('is confirmed once, however many second persons click at the same moment', async () => {
    const id = await decide(leaders.first, proposal, { nomination: 'TT-02', award: 'BK' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => leaders.second.post(at(id, 'confirmation'))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => body.code)).toEqual(Array.from({ length: 9 }, () => 'decision-closed'));
  });

  it('is either confirmed or taken back when both are asked for at once', async () => {
    const id = await decide(leaders.first, proposal, { nomination: 'CN-01', award: 'BK' });
    const [confirmed, back] = await Promise.all([
      leaders.second.post(at(id, 'confirmation')),
      leaders.first.post(at(id, 'retraction')).send({ reason: 'Ghi nhầm người' }),
    ]);
    expect(new Set([confirmed.status, back.status])).toEqual(new Set([201, 409]));
  });

  it('frees its place when it is taken back, with a reason, before it is confirmed', async () => {
    const id = await decide(leaders.first, proposal, { nomination: 'TT-03', award: 'GK' });
    expect(await taken(leaders.office)).toContain('GK tap-the 1');
    const without = await leaders.first.post(at(id, 'retraction')).send({ reason: ' ' });
    expect(without.body).toMatchObject({ status: 422, code: 'reason-missing' });
    await leaders.second.post(at(id, 'retraction')).send({ reason: 'Ghi nhầm hình thức' }).expect(201);
    expect(await taken(leaders.office)).toContain('GK tap-the 0');
    const confirmation = await leaders.second.post(at(id, 'confirmation'));
    expect(confirmation.body).toMatchObject({ status: 409, code: 'decision-closed' });
    await decide(leaders.first, proposal, { nomination: 'TT-03', award: 'GK' });
    expect(await register(leaders.office)).toEqual(
      expect.arrayContaining(['TT-03 GK taken-back 1', 'TT-03 GK proposed 1']),
    );
  });

  it('is not confirmed where the rules say something else by now, only where nothing changed for it', async () => {
    const id = await decide(leaders.first, proposal, { nomination: 'CN-02', award: 'GK' });
    const other = await decide(leaders.first, proposal, { nomination: 'CN-05', award: 'GK' });
    // With two points more CN-06 comes before CN-05, who has no place any more; nothing changes for CN-02.
    const sheet = `${API}/nominations/${leaders.ids.get('CN-06')}/scores/appraisal`;
    const { headers } = await leaders.office.get(sheet).expect(200);
    const entries = { 1: 26, 2: 25.5, 3: 20.5, 4: 15 };
    await leaders.office
      .put(sheet)
      .set('If-Match', headers.etag ?? '')
      .send({ entries })
      .expect(200);
    await leaders.second.post(at(id, 'confirmation')).expect(201);
    const { body } = await leaders.second.post(at(other, 'confirmation'));
    expect(body).toMatchObject({ status: 409, code: 'proposal-stale' });
    await leaders.first.post(at(other, 'retraction')).send({ reason: 'Xếp hạng đã thay đổi' }).expect(201);
  });

  it('shows the audit head of its newest event', async () => {
    const { body } = await leaders.office.get(`${PHASE}/decisions`).expect(200);
    const { body: events } = await leaders.office.get(`${API}/audit/events?size=200`).expect(200);
    const hashes = (events as { items: { hash: string }[] }).items.map(({ hash }) => hash);
    for (const { auditHead } of (body as { items: { auditHead: string }[] }).items)
      expect(hashes).toContain(auditHead);
  });
});

describeOnEachDatabase('two places for many', (db) => {
  let leaders: Leaders;
  beforeAll(async () => {
    leaders = await startLeaders(db);
    await leaders.api.app.listen(0, '127.0.0.1');
  });

  it('are never three, however often fifty decide and take back at the same moment', async () => {
    const proposal = await propose(leaders.office);
    const codes = ['TT-01', 'TT-02', 'TT-03', 'TT-04', 'TT-05'];
    const ask = async (index: number) => {
      const choice = { proposal, nomination: codes[index % codes.length], award: 'BK', reason: 'Đặc cách' };
      const { status, body } = await leaders.first.post(`${PHASE}/decisions`).send(choice);
      if (status === 201 && index % 3 === 0)
        await leaders.first.post(`${PHASE}/decisions/${body.id}/retraction`).send({ reason: 'Đổi ý' });
      return status;
    };
    const statuses = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(index)));
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    const standing = (await register(leaders.office)).filter((line) => line.includes('proposed'));
    expect(standing.length).toBeLessThanOrEqual(2);
    expect(await taken(leaders.office)).toContain(`BK tap-the ${standing.length}`);
    expect(new Set(standing.map((line) => line.slice(0, 5))).size).toBe(standing.length);
  });
});
