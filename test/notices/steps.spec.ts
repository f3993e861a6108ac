import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { notify } from '../../src/features/notices/notify';
import { Database } from '../../src/platform/database/database';
import { describeOnEachDatabase } from '../support/each-database';
import { nominationsOf } from '../support/cases';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';

const UNIT = 'Phòng Quản lý Công nghệ';
const NAME = 'Phòng Quản lý Công nghệ';

interface Told {
  id: string;
  code: string;
  text: string;
  href: string;
  readAt: string | null;
}

describeOnEachDatabase('notices', (db) => {
  let api: TestApp;
  let unit: TestAgent;
  let colleague: TestAgent;
  let office: TestAgent;
  let other: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    unit = await api.person({ username: 'don-vi', groups: ['unit'], unit: UNIT });
    colleague = await api.person({ username: 'dong-nghiep', groups: ['unit'], unit: UNIT });
    other = await api.person({ username: 'don-vi-khac', groups: ['unit'], unit: 'Phòng Thông tin' });
    office = await api.person({ username: 'van-phong', groups: ['office'] });
  });

  const told = async (agent: TestAgent): Promise<Told[]> =>
    (await agent.get(`${API}/notices`).expect(200)).body.items;
  const newest = async (agent: TestAgent) => (await told(agent))[0];
  const counts = () =>
    Promise.all([unit, colleague, other, office].map(async (each) => (await told(each)).length));
  const drafted = async (code: string): Promise<string> => {
    const [model] = nominationsOf('hung-yen').nominations;
    const made = {
      code,
      subject: 'collective',
      name: NAME,
      unit: UNIT,
      scores: { self: model?.scores.self },
    };
    return (await unit.post(`${PHASE}/nominations`).send(made).expect(201)).body.id;
  };
  const step = (agent: TestAgent, id: string, name: string, body: object = {}) =>
    agent.post(`${API}/nominations/${id}/${name}`).send(body).expect(201);

  it('go with each step to whoever must go on, and to nobody else', async () => {
    const id = await drafted('DV-1');
    expect(await counts()).toEqual([0, 0, 0, 0]);
    await step(unit, id, 'submission');
    expect(await counts()).toEqual([0, 0, 0, 1]);
    expect(await newest(office)).toEqual({
      id: expect.any(String),
      code: 'submitted',
      text: `${UNIT} vừa gửi hồ sơ PQLCN.DV-1 – ${NAME}. Hồ sơ đang chờ tiếp nhận.`,
      href: `/de-nghi/${id}`,
      createdAt: db.clock.now(),
      readAt: null,
    });
    await step(office, id, 'return', { reason: 'Thiếu báo cáo' });
    expect(await counts()).toEqual([1, 1, 0, 1]);
    expect((await newest(colleague))?.text).toBe(
      `Văn phòng trả lại hồ sơ PQLCN.DV-1 – ${NAME} để bổ sung. Lý do: Thiếu báo cáo`,
    );
    await step(unit, id, 'submission');
    expect((await told(office)).map(({ code }) => code).toSorted()).toEqual(['sent-again', 'submitted']);
    await step(office, id, 'acceptance');
    expect((await told(unit)).map(({ code }) => code).toSorted()).toEqual(['accepted', 'returned']);
    await step(unit, id, 'withdrawal', { reason: 'Xin rút' });
    expect(await counts()).toEqual([2, 2, 0, 3]);
  });

  it('tell a unit nothing of a case that is held', async () => {
    const id = await drafted('DV-2');
    await step(unit, id, 'submission');
    const before = await counts();
    const { date } = nominationsOf('hung-yen');
    const matter = { kind: 'complaint', status: 'pending', from: date };
    const { body } = await office.post(`${API}/nominations/${id}/matters`).send(matter).expect(201);
    expect((await office.get(`${API}/nominations/${id}`)).body.state).toBe('held');
    expect(await counts()).toEqual(before);
    await office.delete(`${API}/nominations/${id}/matters/${body.id}`).expect(204);
    expect(await counts()).toEqual(before);
  });

  it('are not there of a step that was refused', async () => {
    const before = await counts();
    const id = await drafted('DV-3');
    await office.post(`${API}/nominations/${id}/return`).send({ reason: 'x' }).expect(404);
    expect(await counts()).toEqual(before);
  });

  it('are their person’s alone to read', async () => {
    const notice = await newest(unit);
    const reading = `${API}/notices/${notice?.id}/reading`;
    expect((await other.post(reading)).status).toBe(404);
    expect((await newest(unit))?.readAt).toBeNull();
    expect((await unit.post(reading).expect(200)).body.readAt).toBe(db.clock.now());
  });

  it('stand on a page, are counted in the frame, and lead to what they are about', async () => {
    const page = await api.browser({ username: 'dong-nghiep', groups: ['unit'], unit: UNIT });
    const unread = async () => /count-hot">(\d+)</.exec((await page.get('/thong-bao')).text)?.[1];
    expect(await unread()).toBe('2');
    const [first, second] = await told(colleague);
    const opened = await sendForm(page, '/thong-bao', `/thong-bao/${first?.id}/mo`, {});
    expect([opened.status, opened.headers['location']]).toEqual([303, first?.href]);
    expect(await unread()).toBe('1');
    expect((await sendForm(page, '/thong-bao', '/thong-bao/da-doc', {})).status).toBe(303);
    expect(await unread()).toBeUndefined();
    const again = await sendForm(page, '/thong-bao', `/thong-bao/${second?.id}/da-doc`, {});
    expect(again.headers['location']).toBe('/thong-bao');
  });

  it('show what a unit wrote as text, and nothing else', async () => {
    const id = await drafted('DV-4');
    await step(unit, id, 'submission');
    await step(office, id, 'return', { reason: '<script>alert(1)</script> {code}' });
    const page = await api.browser({ username: 'don-vi', groups: ['unit'], unit: UNIT });
    const { text } = await page.get('/thong-bao').expect(200);
    expect(text).toContain('Lý do: &lt;script&gt;alert(1)&lt;/script&gt; {code}');
  });

  it('come in pages of fifty, with the same number of queries for one, three and sixty', async () => {
    const page = await api.browser({ username: 'lanh-dao', groups: ['leadership'] });
    const add = (count: number) =>
      db.unitOfWork.run(SYSTEM, async (tx) => {
        const params = { code: 'X', name: NAME, unit: UNIT };
        const notice = { code: 'submitted', params, href: '/', at: db.clock.now() };
        for (let at = 0; at < count; at += 1) await notify(tx, { group: 'leadership' }, notice);
      });
    const taken: number[] = [];
    for (const more of [1, 2, 57]) {
      await add(more);
      taken.push(await queriesOf(page));
    }
    expect(taken[0]).toBeGreaterThan(0);
    expect(taken).toEqual([taken[0], taken[0], taken[0]]);
    const [first, second] = [await page.get('/thong-bao'), await page.get('/thong-bao?trang=2')];
    expect([first, second].map(({ text }) => (text.match(/\/mo"/g) ?? []).length)).toEqual([50, 10]);
    expect(Buffer.byteLength(first.text)).toBeLessThan(100_000);
  });

  async function queriesOf(page: TestAgent): Promise<number> {
    const { dataSource } = api.app.get(Database).reader;
    const { logger } = dataSource;
    let queries = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
    await page.get('/thong-bao').expect(200);
    dataSource.logger = logger;
    return queries;
  }
});
