import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { describeOnEachDatabase } from '../support/each-database';
import { type TestApp, formToken, sendForm, startApp } from '../support/start-app';

const TOKEN = /thidua_[\w-]{43}/g;

describeOnEachDatabase('one’s own account', (db) => {
  let api: TestApp;
  let admin: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    admin = await api.browser({ username: 'quan-tri', groups: ['administrator'] });
  });

  const fresh = async () => (await import('supertest')).default.agent(api.app.getHttpServer());
  const pageOf = async (username: string) => {
    const [row] = await db.unitOfWork.reader.sql`SELECT "id" FROM "person" WHERE "username" = ${username}`;
    return `/quan-tri/tai-khoan/${row.id}`;
  };
  const refusals = (html: string) => /class="error-summary"[^]*?<\/ul>/.exec(html)?.[0] ?? '';

  const own = '/tai-khoan';
  const make = (agent: TestAgent, name: string) => sendForm(agent, own, `${own}/ma-truy-cap`, { name });
  const revokeAddress = (html: string) => /action="([^"]+\/thu-hoi)"/.exec(html)?.[1] ?? '';

  it('makes tokens, shows them once, lists and revokes them', async () => {
    const agent = await api.browser({ username: 'may.m', name: 'Mai Thị Máy', groups: ['office'] });
    const made = await make(agent, 'Phần mềm văn bản');
    const [token = ''] = made.text.match(TOKEN) ?? [];
    expect([made.status, made.headers['cache-control']]).toEqual([200, 'no-store']);
    const uses = async () =>
      (await api.stranger.get('/api/v1/units').set('Authorization', `Bearer ${token}`)).status;
    expect(await uses()).toBe(200);
    const { text } = await agent.get(own);
    expect(text).toContain('Phần mềm văn bản');
    expect(text).not.toMatch(TOKEN);
    expect((await sendForm(agent, own, revokeAddress(text), {})).status).toBe(303);
    expect(await uses()).toBe(401);
  });

  it('has tokens that the administrator revokes, and nobody else', async () => {
    const agent = await api.browser({ username: 'chu.m', name: 'Chu Mã', groups: ['office'] });
    await make(agent, 'Của tôi');
    const mine = revokeAddress((await agent.get(own)).text);
    const other = await api.browser({ username: 'ke-la', name: 'Kẻ Lạ', groups: ['office', 'leadership'] });
    expect((await sendForm(other, own, mine, {})).status).toBe(404);
    const page = await pageOf('chu.m');
    const before = (await admin.get(page)).text;
    expect(before).toContain('Của tôi');
    const answer = await sendForm(admin, page, revokeAddress(before), {});
    expect([answer.status, answer.headers['location']]).toEqual([303, page]);
    expect((await admin.get(page)).text).not.toContain('Của tôi');
  });

  it('has at most twenty tokens', async () => {
    const agent = await api.browser({ username: 'nhieu.m', name: 'Nhiều Mã', groups: ['office'] });
    for (let n = 0; n < 20; n += 1) expect((await make(agent, `Mã ${n}`)).status).toBe(200);
    const more = await make(agent, 'Một mã nữa');
    expect(more.status).toBe(422);
    expect(more.text).toContain('value="Một mã nữa"');
    expect(refusals(more.text)).toContain('tối đa 20');
  });

  it('makes no token with a first password', async () => {
    const wanted = { username: 'moi.toanh', name: 'Mới Toanh', groups: ['office'] as const };
    const { password } = await api.app.get(PersonService).add(SYSTEM, wanted);
    const agent = await fresh();
    await sendForm(agent, '/dang-nhap', '/dang-nhap', { username: 'moi.toanh', password });
    const page = await agent.get('/tai-khoan/mat-khau');
    const made = await agent
      .post('/tai-khoan/ma-truy-cap')
      .type('form')
      .send({ _csrf: formToken(page.text), name: 'Lén' });
    expect([made.status, made.headers['location']]).toEqual([303, '/tai-khoan/mat-khau']);
  });

  it('tells everybody who they are here', async () => {
    const agent = await api.browser({
      username: 'hoa.lt',
      name: 'Lê Thị Hòa',
      groups: ['unit', 'council'],
      unit: 'Phòng Công nghệ',
      headsUnit: true,
    });
    const { text } = await agent.get('/tai-khoan');
    for (const part of ['hoa.lt', 'Đơn vị, Hội đồng', 'Phòng Công nghệ', 'Đứng đầu đơn vị'])
      expect(text).toContain(part);
  });
});
