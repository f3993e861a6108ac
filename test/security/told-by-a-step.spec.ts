import type TestAgent from 'supertest/lib/agent';
import { drafted, UNIT } from '../evidence/support/form';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('a unit that takes a step', (db) => {
  let app: TestApp;
  let clerk: TestAgent;
  beforeAll(async () => {
    app = await startApp(db);
    await importWorkedCase(app.agent);
    clerk = await app.person({ username: 'don-vi', groups: ['unit'], unit: UNIT });
  });

  const office = (path: string, body: object = {}) => app.agent.post(`${API}/nominations/${path}`).send(body);
  const stateOf = async (id: string) =>
    (await app.agent.get(`${API}/nominations/${id}`).expect(200)).body.state as string;

  it('is not told that its nomination is held at once', async () => {
    const id = await drafted(clerk, 'TT-41');
    await clerk.post(`${API}/nominations/${id}/submission`).expect(201);
    const matter = { kind: 'complaint', status: 'pending', from: '2026-01-01', document: 'Đơn số 9' };
    await office(`${id}/matters`, matter).expect(201);
    await office(`${id}/return`, { reason: 'Bổ sung báo cáo' }).expect(201);
    const { headers, body } = await app.agent.get(PHASE).expect(200);
    const settings = { date: '2026-01-15', council: body.council as object };
    await app.agent
      .put(PHASE)
      .set('If-Match', headers.etag ?? '')
      .send(settings)
      .expect(200);

    const { body: sent } = await clerk.post(`${API}/nominations/${id}/submission`).expect(201);
    expect(await stateOf(id)).toBe('held');
    expect(sent).toEqual({ id, code: expect.stringContaining('TT-41'), state: 'submitted' });
  });

  it('is not told that its nomination is decided before the results are published', async () => {
    const id = await drafted(clerk, 'TT-42');
    await clerk.post(`${API}/nominations/${id}/submission`).expect(201);
    await app.agent.post(`${PHASE}/conclusion`).expect(201);
    expect(await stateOf(id)).toBe('decided');
    const { body } = await clerk.post(`${API}/nominations/${id}/withdrawal`).send({ reason: 'Xin rút' });
    expect(body).toMatchObject({
      code: 'not-in-this-state',
      detail: expect.stringContaining('Đã gửi, chờ tiếp nhận'),
    });
  });
});
