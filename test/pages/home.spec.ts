import type TestAgent from 'supertest/lib/agent';
import type { Group } from '../../src/domain/access';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { plainText } from '../support/plain-text';
import { type TestApp, startApp } from '../support/start-app';
import { textOf } from '../support/text-of';

const UNIT = 'Phòng Quản lý Công nghệ';
const PHASES = `${API}/campaigns/${CAMPAIGN}/phases`;
const TITLE = 'Đẩy mạnh phát triển hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm, chống lãng phí';

describeOnEachDatabase('the first page', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
  });

  const visitor = (username: string, groups: Group[], unit = UNIT) => api.browser({ username, groups, unit });
  const read = async (agent: TestAgent) => textOf((await agent.get('/').expect(200)).text);

  it('says that there is nothing to do, or how to begin', async () => {
    expect(await read(await visitor('don-vi', ['unit']))).toContain('Không có việc nào đang chờ anh/chị');
    expect(await read(await visitor('van-phong', ['office']))).toContain('Chưa có phong trào thi đua nào');
  });

  it('tells a unit to begin, to send what it has begun, and to mend what came back, with the days left', async () => {
    await openWorkedPhase(api.agent);
    const unit = await visitor('don-vi', ['unit']);
    expect(await read(unit)).toContain('Đơn vị chưa lập đề nghị nào');
    await setDeadline('submission', { day: '2026-03-04' });
    await setDeadline('answer', { workingDays: 5 });
    const [one] = [await draft('DV-1'), await draft('DV-2')];
    expect(await read(unit)).toMatch(/2 đề nghị đang soạn, chưa gửi .* Hạn 04\/03\/2026, còn 2 ngày/);
    const board = await unit.get('/don-vi').expect(200);
    expect(textOf(board.text)).toContain('Hạn 04/03/2026, còn 2 ngày');
    await (await unitApi()).post(`${one}/submission`).expect(201);
    await api.agent.post(`${one}/return`).send({ reason: 'Thiếu minh chứng' }).expect(201);
    const text = await read(unit);
    expect(text).toMatch(/1 đề nghị đang soạn/);
    expect(text).toMatch(/1 đề nghị được trả lại để bổ sung .* Hạn 09\/03\/2026, còn 7 ngày/);
  });

  it('tells the office what waits, and not how many drafts there are', async () => {
    const office = await visitor('van-phong', ['office']);
    await (await unitApi()).post(`${await draft('DV-3')}/submission`).expect(201);
    const text = await read(office);
    expect(text).toContain('1 đề nghị chờ tiếp nhận');
    expect(text).not.toContain('đang soạn');
    expect(text).not.toContain('Chưa đặt thời hạn gửi đề nghị');
    const { text: html } = await office.get('/');
    const link = /href="(\/van-phong\/tim\?[^"]+)"/
      .exec(html)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    expect(textOf((await office.get(String(link)).expect(200)).text)).toContain('DV-3');
  });

  it('tells an administrator of first passwords and of units without accounts', async () => {
    await api.agent.post(`${API}/units`).send({ name: 'Chi cục Tiêu chuẩn' }).expect(201);
    const text = await read(await visitor('quan-tri', ['administrator']));
    expect(text).toContain('1 đơn vị chưa có tài khoản');
    expect(text).not.toContain('đề nghị chờ');
  });

  it('shows whoever is in several groups every part, under its name', async () => {
    const text = await read(await visitor('nhieu-nhom', ['unit', 'office', 'administrator']));
    expect(text).toMatch(/Đơn vị .*đang soạn.* Văn phòng .*chờ tiếp nhận.* Quản trị .*chưa có tài khoản/);
  });

  it('takes the same number of queries with 1 and with 3 drafts', async () => {
    const unit = await visitor('don-vi', ['unit']);
    const before = await queries(() => unit.get('/'));
    await draft('DV-4');
    await draft('DV-5');
    expect(await queries(() => unit.get('/'))).toBe(before);
  });

  const unitApi = () => api.person({ username: 'don-vi', groups: ['unit'], unit: UNIT });

  async function draft(code: string): Promise<string> {
    const [model] = nominationsOf('hung-yen').nominations;
    const sent = {
      ...model,
      code,
      unit: UNIT,
      scores: { self: model?.scores.self },
      ballots: {},
      matters: [],
    };
    const { body } = await (await unitApi()).post(`${PHASE}/nominations`).send(sent).expect(201);
    return `${API}/nominations/${body.id}`;
  }

  async function setDeadline(kind: string, rule: object): Promise<void> {
    await api.agent
      .put(`${API}/campaigns/${CAMPAIGN}/phases/GD1/deadlines/${kind}`)
      .set('If-Match', '"v0"')
      .send({ ...rule, basis: 'stated', source: 'Mục IV' })
      .expect(200);
  }

  async function queries(work: () => Promise<unknown>): Promise<number> {
    const { dataSource } = api.unitOfWork.reader;
    const { logger } = dataSource;
    let count = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (count += 1) });
    await work();
    dataSource.logger = logger;
    return count;
  }
});

describeOnEachDatabase('the first page of an office that has set no deadline', (db) => {
  let api: TestApp;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    office = await api.browser({ username: 'van-phong', groups: ['office'] });
  });

  const page = (phase: string) => `/van-phong/thoi-han/${CAMPAIGN}/${phase}`;
  /** Every task that leads to deadlines. */
  const tasks = async () => {
    const { text } = await office.get('/').expect(200);
    const items = [
      ...text.matchAll(/<li(?: class="is-urgent")?>\s*<div><p class="task-title"[\s\S]*?<\/li>/g),
    ];
    return items
      .map(([item]) => ({
        words: plainText(item).replace(/\s+/g, ' ').trim(),
        href: plainText(/href="([^"]+)"/.exec(item)?.[1] ?? ''),
      }))
      .filter(({ href }) => href.startsWith('/van-phong/thoi-han/'));
  };

  it('names the one phase, and counts several in one task that leads to the first', async () => {
    const one = (years: string) =>
      `Chưa đặt thời hạn gửi đề nghị ${TITLE}. Giai đoạn ${years} Đặt thời hạn : Chưa đặt thời hạn gửi đề nghị`;
    expect(await tasks()).toEqual([{ words: one('2022-2025'), href: page('GD1') }]);
    const opening = { date: '2026-12-20', council: { members: 9, present: 9 } };
    await api.agent.post(`${PHASES}/GD2/opening`).send(opening).expect(201);
    const [several, ...more] = await tasks();
    expect(more).toEqual([]);
    expect(several?.words).toMatch(/^2 giai đoạn chưa đặt thời hạn gửi đề nghị Trước hết là .*Giai đoạn/);
    const first = several?.href.endsWith('/GD2') ? 'GD2' : 'GD1';
    const [left, years] = first === 'GD2' ? ['GD1', '2022-2025'] : ['GD2', '2026-2030'];
    await api.agent
      .put(`${PHASES}/${first}/deadlines/submission`)
      .set('If-Match', '"v0"')
      .send({ day: '2026-03-04', basis: 'stated', source: 'Mục IV' })
      .expect(200);
    expect(await tasks()).toEqual([{ words: one(String(years)), href: page(String(left)) }]);
  });
});
