import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('the number of places', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const amend = (from: number, max: number, reason = 'Văn bản bổ sung chỉ tiêu') =>
    api.agent.post(`${PHASE}/amendments`).send({ award: 'BK', criteriaSet: 'tap-the', from, max, reason });
  const recipients = async () => {
    const { body } = await api.agent.post(`${PHASE}/proposals`).expect(201);
    return body.result.pools[0].awards[0].recipients;
  };

  it('is raised by a recorded amendment, and the next proposal counts with it', async () => {
    expect(await recipients()).toEqual(['TT-01', 'TT-02']);
    await amend(2, 3).expect(201);
    expect(await recipients()).toEqual(['TT-01', 'TT-02', 'TT-03']);
    const { body } = await api.agent.get(`${PHASE}/amendments`).expect(200);
    expect(body.items).toMatchObject([{ award: 'BK', from: 2, to: 3, reason: 'Văn bản bổ sung chỉ tiêu' }]);
  });

  it('is not lowered below the minimum, nor below a place that is taken', async () => {
    expect((await amend(3, 0)).body).toMatchObject({ status: 422, code: 'below-minimum' });
    const proposal = await propose(api.agent);
    for (const nomination of ['TT-01', 'TT-02', 'TT-03'])
      await api.agent.post(`${PHASE}/decisions`).send({ proposal, nomination, award: 'BK' }).expect(201);
    expect((await amend(3, 2)).body).toMatchObject({ status: 409, code: 'capacity-taken' });
    const { body } = await api.agent.get(PHASE).expect(200);
    expect(body.quotas[1]).toEqual({ award: 'BK', criteriaSet: 'tap-the', max: 3, amended: true, taken: 3 });
  });

  it('is not given to a pool that the plan gives none', async () => {
    const change = { award: 'BK', criteriaSet: 'ho-gia-dinh', from: 0, max: 1, reason: 'x' };
    expect((await api.agent.post(`${PHASE}/amendments`).send(change)).body).toMatchObject({ status: 404 });
  });

  it('is changed once by two amendments at the same moment that do not know each other', async () => {
    await api.app.listen(0, '127.0.0.1');
    const answers = await Promise.all([amend(3, 5), amend(3, 4)]);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => [body.status, body.code])).toEqual([[409, 'quota-changed']]);
  });

  it('is limited for all awards of a phase together, as when it was opened', async () => {
    const change = { award: 'BK', criteriaSet: 'ca-nhan', from: 2, max: 99_999, reason: 'x' };
    expect((await api.agent.post(`${PHASE}/amendments`).send(change)).body).toMatchObject({
      status: 422,
      code: 'too-many-places',
    });
  });
});
