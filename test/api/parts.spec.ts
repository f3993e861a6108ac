import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const resolution = {
  criteriaSet: 'ca-nhan',
  award: 'BK',
  reason: 'Hội đồng bỏ phiếu lại',
  by: 'Hội đồng Thi đua - Khen thưởng Sở',
  date: '2025-12-22',
};

describeOnEachDatabase('what belongs to a nomination or a phase', (db) => {
  let api: TestApp;
  let one: string;
  beforeAll(async () => {
    api = await startApp(db);
    one = `${API}/nominations/${(await importWorkedCase(api.agent)).get('CN-01')}`;
  });

  it.each([
    ['matters', { kind: 'press', status: 'cleared', from: '2025-01-02', to: null, document: null }],
    ['evidence', { criterion: '1', title: 'Báo cáo', document: null, file: 'bao-cao.pdf' }],
  ])('has its %s in pages, without the keys of tables', async (part, sent) => {
    const url = `${one}/${part}`;
    const { total } = (await api.agent.get(url).expect(200)).body;
    const made = await api.agent.post(url).send(sent).expect(201);
    expect(made.body).toEqual({ id: expect.any(String), ...sent });
    const { headers, body } = await api.agent.get(`${url}?size=1&page=${total + 1}`).expect(200);
    expect(body).toEqual({ items: [made.body], total: total + 1, page: total + 1, size: 1 });
    expect(headers.link).toContain('rel="first"');
  });

  it('has ties resolved by codes written with loose accents and spaces', async () => {
    const code = 'ĐN-Ấ1';
    const person = { code, subject: 'individual', name: 'Lê Thị Ấn', unit: 'Phòng A' };
    await api.agent.post(`${PHASE}/nominations`).send(person).expect(201);
    const sent = { ...resolution, order: [` ${code.normalize('NFD')} `, 'CN-03'] };
    const { body } = await api.agent.post(`${PHASE}/tie-resolutions`).send(sent).expect(201);
    const said = { ...resolution, order: [code, 'CN-03'], leaveVacant: false };
    const { warnings, ...recorded } = body;
    expect(warnings).toEqual([]);
    expect(recorded).toEqual({ id: expect.any(String), ...said });
    expect((await api.agent.get(`${PHASE}/tie-resolutions`).expect(200)).body).toMatchObject({
      items: [recorded],
      total: 1,
    });
  });

  it('tells every code of an order that no nomination has, however many', async () => {
    const order = Array.from({ length: 9_000 }, (_, index) => `X-${index}`);
    const { body } = await api.agent
      .post(`${PHASE}/tie-resolutions`)
      .send({ ...resolution, order })
      .expect(422);
    expect(body.findings[0]).toMatchObject({ code: 'unknown-nomination', path: ['order', 0] });
  });
});
