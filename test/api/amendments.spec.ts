import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('the number of places', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const amend = (max: number, reason = 'Văn bản bổ sung chỉ tiêu') =>
    api.agent.post(`${PHASE}/amendments`).send({ award: 'BK', criteriaSet: 'tap-the', max, reason });
  const recipients = async () => {
    const { body } = await api.agent.post(`${PHASE}/proposals`).expect(201);
    return body.result.pools[0].awards[0].recipients;
  };

  it('is raised by a recorded amendment, and the next proposal counts with it', async () => {
    expect(await recipients()).toEqual(['TT-01', 'TT-02']);
    await amend(3).expect(201);
    expect(await recipients()).toEqual(['TT-01', 'TT-02', 'TT-03']);
    const { body } = await api.agent.get(`${PHASE}/amendments`).expect(200);
    expect(body.items).toMatchObject([{ award: 'BK', from: 2, to: 3, reason: 'Văn bản bổ sung chỉ tiêu' }]);
  });

  it('is not lowered below the minimum, nor below a place that is taken', async () => {
    expect((await amend(0)).body).toMatchObject({ status: 422, code: 'below-minimum' });
    const proposal = await propose(api.agent);
    for (const nomination of ['TT-01', 'TT-02', 'TT-03'])
      await api.agent.post(`${PHASE}/decisions`).send({ proposal, nomination, award: 'BK' }).expect(201);
    expect((await amend(2)).body).toMatchObject({ status: 409, code: 'capacity-taken' });
    const { body } = await api.agent.get(PHASE).expect(200);
    expect(body.quotas[1]).toEqual({ award: 'BK', criteriaSet: 'tap-the', max: 3, amended: true, taken: 3 });
  });

  it('is not given to a pool that the plan gives none', async () => {
    const change = { award: 'BK', criteriaSet: 'ho-gia-dinh', max: 1, reason: 'x' };
    expect((await api.agent.post(`${PHASE}/amendments`).send(change)).body).toMatchObject({ status: 404 });
  });

  it('of an older proposal is not decided on once the inputs have changed', async () => {
    const old = await propose(api.agent);
    const list = (await api.agent.get(`${PHASE}/nominations?q=CN-01`).expect(200)).body.items;
    const matter = { kind: 'complaint', status: 'pending' };
    await api.agent.post(`${API}/nominations/${list[0].id}/matters`).send(matter).expect(201);
    const decide = (proposal: string) =>
      api.agent.post(`${PHASE}/decisions`).send({ proposal, nomination: 'CN-01', award: 'BK', reason: 'x' });
    expect((await decide(old)).body).toMatchObject({ status: 409, code: 'nomination-held' });
    const fresh = await propose(api.agent);
    expect((await decide(old)).body).toMatchObject({ status: 409, code: 'proposal-superseded' });
    expect((await decide(fresh)).body).toMatchObject({ status: 409, code: 'nomination-held' });
  });
});
