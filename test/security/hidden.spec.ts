import type TestAgent from 'supertest/lib/agent';
import { PUBLIC } from '../../src/platform/http/requires';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase, propose } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { type DeclaredRoute, declaredRoutes } from './routes';

const UNIT = 'Phòng Quản lý Công nghệ';
const OWN = { code: 'DV-1', subject: 'collective', name: UNIT, unit: UNIT, proposed: 'BK' };

/** What no two answers have in common. */
const BY_ITSELF = new Set(['set-cookie', 'x-request-id', 'date']);

/** One of two installations that differ only in what a unit may not see. */
interface World {
  db: TestDatabase;
  app: TestApp;
  /** Of the unit, at the API and at a browser. */
  api: TestAgent;
  page: TestAgent;
  /** The unit's nomination. */
  own: string;
}

/** A phase in which the unit has sent one nomination, and the office has accepted it. */
async function world(): Promise<World> {
  const db = new TestDatabase('sqlite');
  await db.open();
  const app = await startApp(db);
  await openWorkedPhase(app.agent);
  const who = { username: 'don-vi', name: 'Nguyễn Thị Lan', groups: ['unit' as const], unit: UNIT };
  const [api, page] = [await app.person(who), await app.browser(who)];
  const [model] = nominationsOf('hung-yen').nominations;
  const made = { ...OWN, scores: { self: model?.scores.self } };
  const own = (await api.post(`${PHASE}/nominations`).send(made).expect(201)).body.id as string;
  await api.post(`${API}/nominations/${own}/submission`).expect(201);
  await app.agent.post(`${API}/nominations/${own}/acceptance`).expect(201);
  await app.agent.post(`${API}/nominations/${own}/appraisal`).expect(422);
  return { db, app, api, page, own };
}

/** What others know and do, of this unit's nomination and of everybody else's. */
async function hide({ app: { agent }, own }: World): Promise<void> {
  const one = `${API}/nominations/${own}`;
  const { nominations, date } = nominationsOf('hung-yen');
  await agent.post(`${PHASE}/imports`).send({ schema: 'thidua/nominations@1', nominations }).expect(201);
  const entries = nominations[0]?.scores.appraisal;
  await agent.put(`${one}/scores/appraisal`).set('If-Match', '"v0"').send({ entries }).expect(200);
  const matter = { kind: 'complaint', status: 'pending', from: date, document: 'Đơn số 5' };
  await agent.post(`${one}/matters`).send(matter).expect(201);
  const proposal = await propose(agent);
  const choice = { proposal, nomination: 'TT-01', award: 'BK' };
  await agent.post(`${PHASE}/decisions`).send(choice).expect(201);
}

describe('two databases that differ only in what a unit may not see', () => {
  let plain: World;
  let full: World;
  let routes: DeclaredRoute[];
  beforeAll(async () => {
    [plain, full] = [await world(), await world()];
    await hide(full);
    routes = declaredRoutes(plain.app.app).filter(
      ({ access, method }) => access !== PUBLIC && method === 'get',
    );
  });
  afterAll(async () => {
    await plain.db.close();
    await full.db.close();
  });

  async function answer({ api, page, own }: World, { path, page: isPage }: DeclaredRoute, query = '') {
    const url = path
      .replace(':code', CAMPAIGN)
      .replace(':phase', 'GD1')
      .replace(':layer', 'self')
      .replace(/:\w+/g, own);
    const { status, headers, text } = await (isPage ? page : api).get(`${url}${query}`);
    const told = Object.entries(headers as Record<string, unknown>).filter(([name]) => !BY_ITSELF.has(name));
    return { status, told: neutral(JSON.stringify(told)), text: neutral(text) };
  }

  it('really differ', async () => {
    const counted = (world: World) => world.db.unitOfWork.reader.query('SELECT * FROM nomination');
    expect((await counted(full)).length).toBeGreaterThan((await counted(plain)).length);
    const seen = await Promise.all(
      [plain, full].map(async ({ app }) => (await app.agent.get(`${PHASE}/nominations`)).body.total),
    );
    expect(seen).toEqual([1, 17]);
  });

  it('answer the unit byte for byte the same, at every address', async () => {
    const told: string[] = [];
    for (const route of routes)
      if (JSON.stringify(await answer(plain, route)) !== JSON.stringify(await answer(full, route)))
        told.push(route.path);
    expect(routes.length).toBeGreaterThan(20);
    expect(told).toEqual([]);
  });

  it('give the unit the same workbooks', async () => {
    const told: string[] = [];
    for (const route of routes.filter(({ page }) => page))
      for (const query of ['?dang=xlsx', '?dang=xlsx&bang=da-tra'])
        if (
          JSON.stringify(await answer(plain, route, query)) !==
          JSON.stringify(await answer(full, route, query))
        )
          told.push(route.path + query);
    expect(told).toEqual([]);
  });

  it.each([
    '?q=to',
    '?state=held',
    '?state=accepted',
    '?state=decided',
    '?sort=updated&direction=desc',
    '?size=1&page=2',
    '?criteriaSet=tap-the',
  ])('answer the search %s the same', async (query) => {
    const list = { method: 'get', page: false, access: 'nomination.read' } as const;
    const path = '/api/v1/campaigns/:code/phases/:phase/nominations';
    expect(await answer(full, { ...list, path }, query)).toEqual(
      await answer(plain, { ...list, path }, query),
    );
  });

  it('refuse the same writes in the same words', async () => {
    const tries = async ({ api, own }: World) => {
      const one = `${API}/nominations/${own}`;
      const answers = [
        await api.put(one).set('If-Match', '"v2"').send({ name: 'Tên khác' }),
        await api.post(`${one}/submission`),
        await api.post(`${one}/evidence`).send({ criterion: 'a', title: 'Báo cáo' }),
        await api
          .put(`${one}/scores/self`)
          .set('If-Match', '"v1"')
          .send({ entries: { a: 1 } }),
        await api.post(`${PHASE}/nominations`).send({ ...OWN, code: 'DV-1' }),
      ];
      return answers.map(({ status, text }) => [status, neutral(text)]);
    };
    expect(await tries(full)).toEqual(await tries(plain));
  });

  it('take a code of a hidden nomination in as any other, by page, API and import', async () => {
    const nominations = [{ ...OWN, code: 'CN-01', scores: {} }];
    const tries = async (world: World) => {
      const { api, page } = world;
      const fields = { set: 'tap-the', name: 'Tổ một cửa', code: 'TT-02' };
      const begun = await sendForm(
        page,
        `/don-vi/lap/${CAMPAIGN}/GD1`,
        `/don-vi/lap/${CAMPAIGN}/GD1`,
        fields,
      );
      const answers = [
        await api.post(`${PHASE}/nominations`).send({ ...OWN, code: 'TT-01' }),
        begun,
        await page.get(String(begun.headers.location)),
        await page.get(`/don-vi/lap/${CAMPAIGN}/GD1`),
        await api.post(`${PHASE}/imports`).send({ schema: 'thidua/nominations@1', nominations }),
      ];
      return answers.map(({ status, text, headers }) => [
        status,
        neutral(text),
        neutral(String(headers.location)),
      ]);
    };
    const told = await tries(full);
    expect(told).toEqual(await tries(plain));
    expect(told.map(([status]) => status)).toEqual([201, 303, 200, 200, 201]);
    expect(JSON.stringify(told)).toContain('PQLCN.TT-01');
  });

  it('tell the office nothing of the code of a draft', async () => {
    await full.api
      .post(`${PHASE}/nominations`)
      .send({ ...OWN, code: 'PQLCN.90' })
      .expect(201);
    const office = ({ app }: World) =>
      app.agent.post(`${PHASE}/nominations`).send({ ...OWN, code: 'PQLCN.90' });
    const [other, own] = [await office(plain), await office(full)];
    expect([own.status, neutral(own.text)]).toEqual([other.status, neutral(other.text)]);
    expect(own.body.code).toBe('code-of-unit');
  });

  it('tell the unit no result in a refusal before it is published', async () => {
    const { app, api, own } = plain;
    await app.agent.post(`${PHASE}/conclusion`).expect(201);
    const refused = await api.post(`${API}/nominations/${own}/withdrawal`).send({ reason: 'Rút' });
    expect([refused.status, refused.body.code]).toEqual([409, 'not-in-this-state']);
    expect(refused.body.detail).toContain('Đã tiếp nhận');
  });
});

/** Ids and form tokens are made at random. */
function neutral(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/name="_csrf" value="[^"]+"/g, 'CSRF');
}
