import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

/** One character that the composed form writes as three. */
const SWELLS = '\uFB2C';

describeOnEachDatabase('a unit', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
  });

  const add = (name: string) => api.agent.post(`${API}/units`).send({ name });

  it('bears one name, however the keyboard sends it', async () => {
    const { body } = await add('Phòng Tổng hợp'.normalize('NFD')).expect(201);
    expect(body.name).toBe('Phòng Tổng hợp');
    await add('Phòng Tổng hợp').expect(409);
    const found = await api.agent
      .get(`${API}/units`)
      .query({ q: 'Tổng'.normalize('NFD') })
      .expect(200);
    expect(found.body.total).toBe(1);
  });

  it.each([
    [SWELLS.repeat(100), 201],
    [SWELLS.repeat(101), 422],
    [SWELLS.repeat(300), 422],
  ])('has a name of at most 300 characters in the composed form: %#', async (name, status) => {
    expect((await add(name)).status).toBe(status);
  });
});

describeOnEachDatabase('a code', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  it('in an address or a body is the same in every form of Unicode', async () => {
    const nominations = `${PHASE}/nominations`;
    const model = { subject: 'collective', name: 'Phòng Đề án', unit: 'Phòng Đề án' };
    const code = 'ĐỀ-ÁN-01'.normalize('NFD');
    expect(code).not.toBe(code.normalize('NFC'));
    await api.agent
      .post(nominations)
      .send({ ...model, code })
      .expect(201);
    const { body } = await api.agent.get(nominations).query({ q: code }).expect(200);
    expect(body.items).toMatchObject([{ code: code.normalize('NFC') }]);
    const proposal = await propose(api.agent);
    const choice = { proposal, nomination: code, award: 'BK', reason: 'Hội đồng nhất trí' };
    const answer = await api.agent.post(`${PHASE}/decisions`).send(choice);
    expect([answer.status, answer.body.code]).not.toEqual([404, 'nomination-not-found']);
  });
});
