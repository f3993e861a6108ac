import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, propose } from '../support/opened-phase';
import { type Leaders, PAPER, awardAll, decide, register, startLeaders, stateOf, taken } from './support';

const END = { ...PAPER, reason: 'Kê khai gian dối thành tích' };

describeOnEachDatabase('an award that is revoked', (db) => {
  let leaders: Leaders;
  let proposal: string;
  let decisions: Map<string, string>;
  beforeAll(async () => {
    leaders = await startLeaders(db);
    ({ proposal, decisions } = await awardAll(leaders));
  });
  const at = (code: string, what: string) => `${PHASE}/decisions/${decisions.get(code)}/${what}`;

  it('is the leadership’s to revoke, once it is in force, with a reason', async () => {
    const unit = await leaders.api.person({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    const office = await leaders.api.person({ username: 'van-phong', groups: ['office'] });
    for (const agent of [unit, office])
      expect((await agent.post(at('TT-01', 'revocation')).send(END)).status).toBe(403);
    const bare = await leaders.first.post(at('TT-01', 'revocation')).send({ ...END, reason: ' ' });
    expect(bare.body).toMatchObject({ status: 422, findings: [{ code: 'paper-reason' }] });
  });

  it('frees its place and takes the nomination out of the ranking; nothing else happens by itself', async () => {
    await leaders.first.post(at('TT-01', 'revocation')).send(END).expect(201);
    expect(await stateOf(leaders, 'TT-01')).toBe('revoked');
    expect(await register(leaders.office)).toContain('TT-01 BK revoked 1');
    expect(await taken(leaders.office)).toContain('BK tap-the 1');
    const { body } = await leaders.office.get(at('TT-01', 'next')).expect(200);
    expect(body).toEqual({ codes: ['TT-03'], tied: false });
    expect((await register(leaders.office)).filter((line) => line.includes('TT-03'))).toEqual([
      'TT-03 GK confirmed 1',
    ]);
    const ranking = await leaders.office.get(`${PHASE}/ranking?criteriaSet=tap-the`).expect(200);
    const line = ranking.body.items.find(({ code }: { code: string }) => code === 'TT-01');
    expect(line).toMatchObject({
      rank: null,
      award: null,
      outcomes: {
        BK: { code: 'withdrawn', text: 'Khen thưởng đã bị hủy bỏ, thu hồi nên hồ sơ không còn được xét.' },
      },
    });
  });

  it('changes what proposals are made from: the next is decided on a new one', async () => {
    const choice = { nomination: 'TT-03', award: 'BK' };
    const stale = await leaders.first.post(`${PHASE}/decisions`).send({ proposal, ...choice });
    expect(stale.body).toMatchObject({ status: 409, code: 'proposal-stale' });
    const id = await decide(leaders.first, await propose(leaders.office), choice);
    await leaders.second.post(`${PHASE}/decisions/${id}/confirmation`).expect(201);
  });

  it('is a decision of people here, which no file brings in', async () => {
    const nomination = { code: 'TT-90', subject: 'collective', name: 'Đội 90', unit: 'Đơn vị A' };
    const taken = { ...nomination, state: 'withdrawn', revoked: true };
    const document = { schema: 'thidua/nominations@1', nominations: [taken] };
    const { body } = await leaders.office.post(`${PHASE}/imports`).send(document);
    const errors = (body.findings as { level: string; code: string }[]).filter(
      (one) => one.level === 'error',
    );
    expect(errors).toMatchObject([{ code: 'revoked-by-decision', path: ['nominations', 0, 'revoked'] }]);
  });

  it('is not given to the same nomination again', async () => {
    const choice = { nomination: 'TT-01', award: 'BK', reason: 'x', proposal: await propose(leaders.office) };
    const again = await leaders.first.post(`${PHASE}/decisions`).send(choice);
    expect(again.body.status).toBe(409);
  });

  it('leaves the former proposal as it was', async () => {
    const { body } = await leaders.office.get(`${API}/proposals/${proposal}/replay`).expect(200);
    expect(body).toMatchObject({ same: true });
  });

  it('stays what it is in the proposals made since', async () => {
    const since = await propose(leaders.office);
    const { body } = await leaders.office.get(`${API}/proposals/${since}/replay`).expect(200);
    expect(body).toMatchObject({ same: true });
  });
});
