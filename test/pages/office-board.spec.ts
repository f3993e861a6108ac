import type TestAgent from 'supertest/lib/agent';
import { Database } from '../../src/platform/database/database';
import { describeOnEachDatabase } from '../support/each-database';
import {
  BOARD,
  LIST,
  type OfficeWorld,
  PHASE_FIELDS,
  SENDER,
  officeWorld,
  sent,
  wordsOf,
} from '../support/office-world';
import { plainText } from '../support/plain-text';
import { API, PHASE } from '../support/opened-phase';
import { sheetAt } from '../support/sheet-of';
import { sendForm } from '../support/start-app';
import { fieldsIn } from '../support/unit-clerk';

describeOnEachDatabase('the desk of the office', (db) => {
  let world: OfficeWorld;
  let office: TestAgent;
  beforeAll(async () => {
    world = await officeWorld(db);
    ({ office } = world);
  });

  const text = async (path: string) => wordsOf((await office.get(path).expect(200)).text);
  const found = async (q: string) => {
    const html = (await office.get(LIST).query({ q }).expect(200)).text;
    return [...html.matchAll(/>(?:[A-Z]+\.)?([A-Z]{2}-[\w-]+) ·/g)].map(([, code]) => code);
  };
  const queriesOf = async (path: string) => {
    const { dataSource } = world.app.app.get(Database).reader;
    const { logger } = dataSource;
    let queries = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
    await office.get(path).expect(200);
    dataSource.logger = logger;
    return queries;
  };
  const bulk = (fields: object) =>
    sendForm(office, LIST, '/van-phong/hang-loat', { ...PHASE_FIELDS, ...fields });
  const stateOf = async (id: string) =>
    (await world.app.agent.get(`${API}/nominations/${id}`).expect(200)).body.state;

  it('keeps its tabs on each of its pages, with that page as the current one', async () => {
    const tabsOn = async (path: string) => {
      const html = (await office.get(path).expect(200)).text;
      const [, tabs = ''] =
        /<nav[^>]*aria-label="Việc của Văn phòng"[^>]*>([\s\S]*?)<\/nav>/.exec(html) ?? [];
      const links = [...tabs.matchAll(/<a [^>]*>/g)].map(([link]) => link);
      return {
        hrefs: links.map((link) => plainText(/href="([^"]*)"/.exec(link)?.[1] ?? '')),
        current: links.findIndex((link) => link.includes('aria-current')),
      };
    };
    const { hrefs, current } = await tabsOn(BOARD);
    expect([hrefs.length, current]).toEqual([5, 0]);
    for (const [index, href] of hrefs.entries())
      expect(await tabsOn(href)).toEqual({ hrefs, current: index });
  });

  it('shows a unit that has sent nothing, and counts no draft', async () => {
    expect(await text(BOARD)).toMatch(new RegExp(`${SENDER} Chưa gửi`));
    const made = { code: 'TM-00', subject: 'collective', name: 'Bản nháp', unit: SENDER };
    await world.unit.api.post(`${PHASE}/nominations`).send(made).expect(201);
    expect(await text(BOARD)).toMatch(new RegExp(`${SENDER} Chưa gửi`));
    expect(await found('ban nhap')).toEqual([]);
    await sent(world, 'TM-01');
    const board = await text(BOARD);
    expect(board).not.toMatch(new RegExp(`${SENDER} Chưa gửi`));
    expect(board).toContain(`${SENDER} 1 –`);
  });

  it('takes the same number of queries for 1 and 3 nominations of a unit', async () => {
    const taken = async () => [await queriesOf(BOARD), await queriesOf(`${LIST}&q=bao`)];
    await sent(world, 'TM-02');
    const before = await taken();
    await sent(world, 'TM-03');
    await sent(world, 'TM-13');
    expect(await taken()).toEqual(before);
  });

  it('finds words of names, reports and evidence, with diacritics or without, on every way in', async () => {
    const report = { summary: 'Lắp đèn năng lượng mặt trời ở nhà văn hóa', head: [{ note: 'Đường ống' }] };
    const id = await sent(world, 'TM-04', { report });
    expect(await found('nang luong mat troi')).toEqual(['TM-04']);
    expect(await found('NĂNG LƯỢNG mặt tr')).toEqual(['TM-04']);
    expect(await found('duong ong')).toEqual(['TM-04']);
    expect(await found('luong nang')).toEqual([]);
    expect(await found('Tập thể TM-04')).toEqual(['TM-04']);
    await world.app.agent.post(`${API}/nominations/${id}/return`).send({ reason: 'Sửa lại' }).expect(201);
    const { headers } = await world.unit.api.get(`${API}/nominations/${id}`).expect(200);
    await world.unit.api
      .put(`${API}/nominations/${id}`)
      .set('If-Match', headers.etag ?? '')
      .send({ report: { summary: 'Xây bể chứa nước mưa' } })
      .expect(200);
    const piece = { criterion: 'a', title: 'Biên bản nghiệm thu giàn phơi' };
    await world.unit.api.post(`${API}/nominations/${id}/evidence`).send(piece).expect(201);
    expect(await found('nang luong mat troi')).toEqual([]);
    expect(await found('be chua nuoc mua')).toEqual(['TM-04']);
    expect(await found('nghiem thu gian phoi')).toEqual(['TM-04']);
  });

  it.each(['"', "'; DROP", '% _', '*', 'AND OR NOT', ':* & |', '(', '\\', 'đ'])(
    'takes the words “%s” for words',
    async (q) => {
      expect((await office.get(LIST).query({ q })).status).toBe(200);
    },
  );

  it('is open to no unit and no member of the council', async () => {
    const member = await world.app.browser({ username: 'uy-vien', groups: ['council'] });
    for (const path of [BOARD, LIST, `${LIST}&dang=xlsx`, '/van-phong/trung-lap'])
      expect([(await world.unit.page.get(path)).status, (await member.get(path)).status]).toEqual([403, 403]);
    const leader = await world.app.browser({ username: 'lanh-dao', groups: ['leadership'] });
    const list = (await leader.get(LIST).expect(200)).text;
    expect(list).not.toContain('name="chon"');
  });

  it('first shows what a step with many would do, and writes nothing', async () => {
    const ids = [await sent(world, 'TM-05'), await sent(world, 'TM-06'), world.ids.get('TT-01') ?? ''];
    const marks = `SELECT (SELECT COUNT(*) FROM "audit_event") AS "events", (SELECT COUNT(*) FROM "nomination_step") AS "steps",
      (SELECT SUM("version") FROM "nomination") AS "versions", (SELECT MAX("inputVersion") FROM "phase") AS "inputs"`;
    const before = await db.unitOfWork.reader.query(marks);
    const preview = await bulk({ buoc: 'accept', chon: ids });
    expect(preview.status).toBe(200);
    expect(wordsOf(preview.text)).toContain('2 hồ sơ làm được');
    expect(wordsOf(preview.text)).toMatch(/1 hồ sơ không làm được .*“Trình Hội đồng”/);
    expect(await db.unitOfWork.reader.query(marks)).toEqual(before);
    const done = await bulk({ buoc: 'accept', chon: ids, 'xac-nhan': '1' });
    expect(wordsOf(done.text)).toContain('2 hồ sơ đã làm xong');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['accepted', 'accepted', 'before-council']);
  });

  it('asks for the reason of a return, and keeps what was chosen', async () => {
    const id = await sent(world, 'TM-07');
    const refused = await bulk({ buoc: 'return', chon: [id], 'xac-nhan': '1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`name="chon" value="${id}"`);
    expect(await stateOf(id)).toBe('submitted');
    const done = await bulk({ buoc: 'return', chon: [id], 'xac-nhan': '1', reason: 'Bổ sung báo cáo' });
    expect(done.status).toBe(200);
    expect(await stateOf(id)).toBe('returned');
    expect(wordsOf((await bulk({ buoc: 'return' })).text)).toContain('Chưa chọn đề nghị nào');
  });

  it('takes the same steps through the API, each nomination answered for', async () => {
    const id = await sent(world, 'TM-08');
    const wish = { step: 'accept', nominations: [id, 'khong-co', world.ids.get('TT-02')] };
    const { body: dry } = await world.app.agent
      .post(`${PHASE}/steps`)
      .send({ ...wish, dryRun: true })
      .expect(200);
    expect([dry.taken, await stateOf(id)]).toEqual([1, 'submitted']);
    const { body } = await world.app.agent.post(`${PHASE}/steps`).send(wish).expect(200);
    expect(body).toEqual({
      step: 'accept',
      dryRun: false,
      taken: 1,
      items: [
        { id, code: 'PBCVT.TM-08', taken: true, refusal: null },
        {
          id: 'khong-co',
          code: null,
          taken: false,
          refusal: 'Không có đề nghị khen thưởng “khong-co”.',
        },
        expect.objectContaining({ code: 'TT-02', taken: false }),
      ],
    });
    expect((await world.unit.api.post(`${PHASE}/steps`).send(wish)).status).toBe(403);
  });

  it('gives its lists as Excel, in which no cell is a formula', async () => {
    await sent(world, 'TM-10', { name: '=HYPERLINK("http://x","y")' });
    const sheet = await sheetOf(`${LIST}&dang=xlsx&q=hyperlink`);
    expect(sheet.getCell('B3').value).toBe('=HYPERLINK("http://x","y")');
    expect(sheet.getCell('A3').value).toBe('PBCVT.TM-10');
    expect(sheet.rowCount).toBe(3);
    const board = await sheetOf(`${BOARD}&dang=xlsx`);
    const names = Array.from({ length: board.rowCount - 2 }, (_, at) => board.getCell(at + 3, 1).value);
    expect(names).toContain(SENDER);
  });

  const sheetOf = (path: string) => sheetAt(office, path);

  it('names what may have been copied, and marks what is alike', async () => {
    const words = Array.from({ length: 60 }, (_, at) => `chữ${at}`).join(' ');
    const one = await sent(world, 'TM-11', { report: { summary: `${words} riêng một` } });
    const other = await sent(world, 'TM-12', { report: { summary: `${words} riêng hai` } });
    const list = await text('/van-phong/trung-lap');
    expect(list).toMatch(/Nội dung báo cáo gần như nhau Giống nhau \d+%\s+Tập thể TM-11 PBCVT\.TM-11/);
    const { text: html } = await office.get(`/van-phong/trung-lap/so-sanh?a=${one}&b=${other}`).expect(200);
    expect(html).toContain(`<mark>${words} riêng</mark> một`);
    expect((await office.get('/van-phong/trung-lap/so-sanh?a=x&b=y')).status).toBe(404);
  });

  it('keeps a reason that is too long for many nominations, with what is wrong beside it', async () => {
    const id = await sent(world, 'DÀI-1');
    const reason = 'Lý do '.repeat(2_000).trim();
    const { status, text } = await bulk({ buoc: 'return', 'xac-nhan': '1', chon: id, reason });
    expect(status).toBe(422);
    expect(/id="reason-loi"><li>([^<]*)/.exec(text)?.[1]).toMatch(/^Lý do dài quá/);
    expect(fieldsIn(text)).toMatchObject({ buoc: 'return', 'xac-nhan': '1', chon: id, reason });
    expect(await stateOf(id)).toBe('submitted');
  });
});
