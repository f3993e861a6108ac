import type TestAgent from 'supertest/lib/agent';
import { routesOf } from '../support/routes-of';
import { nominationsOf, reasonsFor } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { pdf } from '../evidence/support/files';
import { API, PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const OF_A_PHASE = '/api/v1/campaigns/:code/phases/:phase';
const OF_A_NOMINATION = '/api/v1/nominations/:id';

/** Writes that change nothing a proposal is made from; before its opening a phase has no proposal. */
const NO_INPUT = [
  ...[
    'proposals',
    'decisions',
    'decisions/:decision/confirmation',
    'decisions/:decision/retraction',
    'decisions/:decision/refusal',
    'conclusion',
    'publication',
    'opening',
    'exports',
  ].map((what) => `POST ${OF_A_PHASE}/${what}`),
  `PUT ${OF_A_PHASE}/papers/:kind/:subject`,
  `POST ${OF_A_PHASE}/papers/:kind/:subject/signed-file`,
  `PUT ${OF_A_PHASE}/deadlines/:kind`,
  `DELETE ${OF_A_PHASE}/deadlines/:kind`,
  `POST ${OF_A_PHASE}/deadlines/:kind/overrides`,
  `POST ${OF_A_NOMINATION}/deadline-overrides`,
  `POST ${OF_A_NOMINATION}/discarding`,
  `POST ${OF_A_NOMINATION}/notes`,
  `DELETE ${OF_A_NOMINATION}/notes/:note`,
  `POST ${OF_A_NOMINATION}/confirmations`,
  `DELETE ${OF_A_NOMINATION}/confirmations/:confirmation`,
];

const resolution = {
  criteriaSet: 'ca-nhan',
  award: 'BK',
  leaveVacant: true,
  reason: 'Hội đồng thống nhất để trống',
  by: 'Hội đồng Thi đua - Khen thưởng Sở',
  date: '2025-12-22',
};

describeOnEachDatabase('a proposal', (db) => {
  let api: TestApp;
  let one: string;
  let drafted: string;
  let unit: TestAgent;
  let second: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    one = `${API}/nominations/${(await importWorkedCase(api.agent)).get('TT-07')}`;
    const office = await api.person({ username: 'don-vi', groups: ['unit'], unit: String(model?.unit) });
    const made = { ...model, code: 'TT-30', scores: { self: model?.scores.self }, ballots: {}, matters: [] };
    const { body } = await office.post(`${PHASE}/nominations`).send(made).expect(201);
    drafted = `${API}/nominations/${body.id}`;
    unit = office;
    second = await api.person({ username: 'nguoi-thu-hai', groups: ['leadership'] });
  });

  const inputVersion = async (): Promise<number> => {
    const [phase] = await db.unitOfWork.reader.query('SELECT "inputVersion" FROM "phase"');
    return phase.inputVersion;
  };
  const decide = (proposal: string, nomination = 'TT-01', reason?: string) =>
    api.agent.post(`${PHASE}/decisions`).send({ proposal, nomination, award: 'BK', reason });

  const etagOf = async (url: string) => (await api.agent.get(url).expect(200)).headers.etag ?? '';
  const put = async (url: string, body: object) =>
    api.agent
      .put(url)
      .set('If-Match', await etagOf(url))
      .send(body)
      .expect(200);
  const post = (url: string, body: object) => api.agent.post(url).send(body).expect(201);
  const removeFirst = async (url: string) => {
    const { body } = await api.agent.get(url).expect(200);
    await api.agent.delete(`${url}/${body.items[0].id}`).expect(204);
  };
  /** A new piece with its file; gives the file's address. */
  const sendFile = async (title: string) => {
    const { body } = await post(`${one}/evidence`, { criterion: 'a', title });
    const url = `${one}/evidence/${body.id}/file`;
    await api.agent.post(url).type('application/octet-stream').send(pdf(title)).expect(201);
    return url;
  };
  const [model] = nominationsOf('hung-yen').nominations;
  const { date, council } = nominationsOf('hung-yen');

  const reasons = reasonsFor({ self: {}, appraisal: model?.scores.appraisal ?? {} });

  const writes: Record<string, () => Promise<unknown>> = {
    [`PUT ${OF_A_NOMINATION}`]: () => put(one, { name: 'Văn phòng Sở Khoa học và Công nghệ' }),
    [`PUT ${OF_A_NOMINATION}/scores/:layer`]: () =>
      put(`${one}/scores/appraisal`, { entries: { ...model?.scores.appraisal, a: 18 }, reasons }),
    [`PUT ${OF_A_NOMINATION}/council-sheets/:member`]: () =>
      put(`${one}/council-sheets/A`, { points: { a: 1 } }),
    [`PUT ${OF_A_NOMINATION}/ballots/:award`]: () => put(`${one}/ballots/BK`, { yes: 7, no: 1 }),
    [`POST ${OF_A_NOMINATION}/evidence`]: () => post(`${one}/evidence`, { criterion: 'a', title: 'Báo cáo' }),
    [`POST ${OF_A_NOMINATION}/evidence/:evidence/file`]: () => sendFile('tep-moi'),
    [`DELETE ${OF_A_NOMINATION}/evidence/:evidence/file`]: async () =>
      api.agent.delete(await sendFile('tep-bo')).expect(204),
    [`DELETE ${OF_A_NOMINATION}/evidence/:evidence`]: () => removeFirst(`${one}/evidence`),
    [`POST ${OF_A_NOMINATION}/matters`]: () => post(`${one}/matters`, { kind: 'press', status: 'cleared' }),
    [`PUT ${OF_A_NOMINATION}/matters/:matter`]: async () => {
      const { body } = await api.agent.get(`${one}/matters`).expect(200);
      await api.agent.put(`${one}/matters/${body.items[0].id}`).send({ status: 'cleared' }).expect(200);
    },
    [`DELETE ${OF_A_NOMINATION}/matters/:matter`]: () => removeFirst(`${one}/matters`),
    [`POST ${OF_A_PHASE}/nominations`]: () => post(`${PHASE}/nominations`, { ...model, code: 'TT-20' }),
    [`POST ${OF_A_PHASE}/imports`]: () =>
      post(`${PHASE}/imports`, {
        schema: 'thidua/nominations@1',
        nominations: [{ ...model, code: 'TT-21' }],
      }),
    [`POST ${OF_A_PHASE}/tie-resolutions`]: () => post(`${PHASE}/tie-resolutions`, resolution),
    [`DELETE ${OF_A_PHASE}/tie-resolutions/:resolution`]: () => removeFirst(`${PHASE}/tie-resolutions`),
    [`POST ${OF_A_PHASE}/amendments`]: () =>
      post(`${PHASE}/amendments`, { award: 'BK', criteriaSet: 'tap-the', from: 2, max: 3, reason: 'x' }),
    [`PUT ${OF_A_PHASE}`]: () => put(PHASE, { date, council }),
    [`POST ${OF_A_NOMINATION}/reopening`]: () => post(`${one}/reopening`, { reason: 'x' }),
    [`POST ${OF_A_NOMINATION}/appraisal`]: () => post(`${one}/appraisal`, {}),
    [`POST ${OF_A_NOMINATION}/referral`]: () => post(`${one}/referral`, {}),
    [`POST ${OF_A_NOMINATION}/submission`]: () => unit.post(`${drafted}/submission`).expect(201),
    [`POST ${OF_A_NOMINATION}/acceptance`]: () => post(`${drafted}/acceptance`, {}),
    [`POST ${OF_A_PHASE}/steps`]: async () => {
      const wish = { step: 'return', nominations: [drafted.split('/').at(-1)], reason: 'x' };
      await api.agent.post(`${PHASE}/steps`).send(wish).expect(200);
      await unit.post(`${drafted}/submission`).expect(201);
    },
    [`POST ${OF_A_NOMINATION}/return`]: () => post(`${drafted}/return`, { reason: 'x' }),
    [`POST ${OF_A_PHASE}/decisions/:decision/revocation`]: async () => {
      const { body } = await decide(await propose(api.agent), 'TT-03', 'x').expect(201);
      const decision = `${PHASE}/decisions/${body.id}`;
      await second.post(`${decision}/confirmation`).expect(201);
      await post(`${decision}/revocation`, { date: '2026-03-01', document: '12/QĐ', reason: 'x' });
    },
    [`POST ${OF_A_NOMINATION}/withdrawal`]: () => post(`${one}/withdrawal`, { reason: 'x' }),
  };

  it('has every route that writes to its phase in this table', () => {
    const served = routesOf(api.app)
      .filter(({ path }) => path.startsWith(OF_A_PHASE) || path.startsWith(OF_A_NOMINATION))
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
    expect(served.toSorted()).toEqual([...Object.keys(writes), ...NO_INPUT].toSorted());
  });

  it.each(Object.entries(writes))('is not decided on after %s', async (_route, write) => {
    const proposal = await propose(api.agent);
    const before = await inputVersion();
    await write();
    expect(await inputVersion()).toBeGreaterThan(before);
    const { body } = await decide(proposal);
    expect(body).toMatchObject({ status: 409, code: 'proposal-stale' });
    expect((await decide(proposal, 'TT-01', 'Ý kiến của Hội đồng')).body.code).toBe('proposal-stale');
  });

  it('stays good while a unit writes a draft, changes it and throws it away', async () => {
    const before = await inputVersion();
    const draft = { ...model, code: 'TT-31', scores: { self: model?.scores.self }, ballots: {}, matters: [] };
    const { body } = await unit.post(`${PHASE}/nominations`).send(draft).expect(201);
    const url = `${API}/nominations/${body.id}`;
    const listed = async () => (await unit.get(`${PHASE}/nominations?q=TT-31`)).body.total;
    expect(await listed()).toBe(1);
    await unit.put(url).set('If-Match', '"v1"').send({ name: 'Tên khác' }).expect(200);
    await unit.post(`${url}/evidence`).send({ criterion: 'a', title: 'Báo cáo' }).expect(201);
    await unit.post(`${url}/discarding`).expect(201);
    expect((await unit.get(`${PHASE}/nominations?q=TT-31&state=discarded`)).body.total).toBe(1);
    expect((await api.agent.get(`${PHASE}/nominations?q=TT-31`)).body.total).toBe(0);
    expect(await inputVersion()).toBe(before);
  });

  it('stays good after a refused write, another proposal and its own decisions', async () => {
    const proposal = await propose(api.agent);
    await api.agent.post(`${PHASE}/nominations`).send({ code: 'X' }).expect(422);
    await propose(api.agent);
    await decide(proposal, 'TT-01').expect(201);
    await decide(proposal, 'TT-02', 'Ý kiến của Hội đồng').expect(201);
  });
});
