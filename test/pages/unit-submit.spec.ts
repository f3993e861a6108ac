import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, formToken, startApp } from '../support/start-app';
import { type Clerk, ANOTHER_UNIT, UNIT, begin, clerk, fieldsIn, nominationOf } from '../support/unit-clerk';

const SELF = { a: 20, b: 19, c: 18, d: 17, đ: 16, 'đ-kntc': true };
const UNITS = 50;

describeOnEachDatabase('sending a nomination', (db) => {
  let app: TestApp;
  let an: Clerk;

  beforeAll(async () => {
    app = await startApp(db);
    await openWorkedPhase(app.agent);
    an = await clerk(app, 'nv.an', UNIT, 'Nguyễn Văn An');
  });

  async function send({ page }: Clerk, id: string, reason = '') {
    const { text } = await page.get(`/de-nghi/${id}/gui`);
    const _csrf = formToken(text);
    return page.post(`/de-nghi/${id}/gui`).type('form').send({ _csrf, reason });
  }

  it('is refused with the list of what is missing, and nothing moves', async () => {
    const id = await begin(an, 'S-1', { scores: { self: { a: 20, 'đ-kntc': true } } });
    const { status, text } = await send(an, id, 'Xin gửi sớm');
    expect(status).toBe(422);
    expect(text).toContain('Đề nghị PKHTC.S-1 chưa tự chấm đủ các tiêu chí: b, c, d, đ.');
    const missing = [...text.matchAll(/soan#([\w-]+)">([^<]+)</g)].map(([, to, what]) => [to, what]);
    expect(missing.slice(0, 4)).toEqual([
      ['tieu-chi-1', 'Tiêu chí b: chưa tự chấm'],
      ['tieu-chi-2', 'Tiêu chí c: chưa tự chấm'],
      ['tieu-chi-3', 'Tiêu chí d: chưa tự chấm'],
      ['tieu-chi-4', 'Tiêu chí đ: chưa tự chấm'],
    ]);
    expect(missing).toContainEqual(['tieu-chi-0', 'Tiêu chí a: thiếu minh chứng bắt buộc']);
    expect(missing).toContainEqual(['members', 'Chưa ghi “Tổng số người”']);
    expect(fieldsIn(text).reason).toBe('Xin gửi sớm');
    expect(text).not.toContain('Gửi hồ sơ</button>');
    expect((await nominationOf(an, id)).state).toBe('draft');
  });

  it('goes to the office when the rules are met, and leaves the unit’s desk', async () => {
    const id = await begin(an, 'S-2', { scores: { self: SELF } });
    expect((await an.page.get('/don-vi')).text).toContain('Soạn xong và gửi đề nghị: Tập thể S-2');
    const { status, headers } = await send(an, id);
    expect([status, headers.location]).toEqual([303, '/don-vi']);
    const { text } = await an.page.get('/don-vi');
    expect(text).not.toContain('gửi đề nghị: Tập thể S-2');
    expect(text).toContain('Đã gửi, chờ tiếp nhận');
    expect((await nominationOf(an, id)).state).toBe('submitted');
    for (const page of ['soan', 'gui']) {
      const { headers: away } = await an.page.get(`/de-nghi/${id}/${page}`).expect(303);
      expect(away.location).toBe(`/de-nghi/${id}`);
    }
  });

  it('says why the office gave it back, and keeps the answer with the step', async () => {
    const id = await begin(an, 'S-3', { scores: { self: SELF } });
    await send(an, id);
    const reason = 'Bổ sung số liệu năm 2025';
    await app.agent.post(`${API}/nominations/${id}/return`).send({ reason }).expect(201);
    const { text } = await an.page.get('/don-vi');
    expect(text).toContain('Bổ sung theo yêu cầu của Văn phòng: Tập thể S-3');
    expect(text).toMatch(new RegExp(`Trả lại ngày \\d\\d/\\d\\d/\\d{4}: ${reason}`));
    expect((await an.page.get(`/de-nghi/${id}/gui`)).text).toContain('Trả lời yêu cầu bổ sung');
    await send(an, id, 'Đã bổ sung ở tiêu chí a').then(({ status }) => expect(status).toBe(303));
    const steps = await db.unitOfWork.reader.sql<{ step: string; reason: string | null }[]>`
      SELECT "step", "reason" FROM "nomination_step" WHERE "nominationId" = ${id} ORDER BY "ordinal"`;
    expect(steps.map(({ step, reason: why }) => [step, why])).toEqual([
      ['enter', null],
      ['submit', null],
      ['return', reason],
      ['submit', 'Đã bổ sung ở tiêu chí a'],
    ]);
  });

  it('is closed after the deadline until the office lets the unit be late', async () => {
    const id = await begin(an, 'S-4', { scores: { self: SELF } });
    const deadline = `${PHASE}/deadlines/submission`;
    await app.agent
      .put(deadline)
      .set('If-Match', '"v0"')
      .send({ day: '2026-02-27', basis: 'assumed', source: 'Văn phòng đặt' })
      .expect(200);
    const page = await an.page.get(`/de-nghi/${id}/gui`);
    expect(page.text).toContain('Đã hết hạn gửi (27/02/2026)');
    expect(page.text).not.toContain('Gửi hồ sơ</button>');
    expect((await an.page.get('/don-vi')).text).toContain('Đã hết hạn gửi (27/02/2026)');
    expect((await send(an, id)).status).toBeGreaterThanOrEqual(400);
    expect((await nominationOf(an, id)).state).toBe('draft');
    await app.agent.delete(deadline).set('If-Match', '"v1"').expect(204);
    expect((await send(an, id)).status).toBe(303);
  });

  it('loses none of fifty units that send in the same minute', async () => {
    const units = Array.from({ length: UNITS }, (_, index) => `Đơn vị thứ ${index + 1}`);
    const clerks: Clerk[] = [];
    for (const [index, unit] of units.entries()) clerks.push(await clerk(app, `can-bo-${index}`, unit));
    const ids = await Promise.all(
      clerks.map((each, index) => begin(each, `L-${index}`, { scores: { self: SELF } }, units[index])),
    );
    const answers = await Promise.all(
      clerks.map((each, index) => send(each, ids[index] ?? '', `Lời nhắn ${index}`)),
    );
    expect(answers.filter(({ status }) => status !== 303)).toEqual([]);
    const rows = await db.unitOfWork.reader.sql<{ state: string; reason: string }[]>`
      SELECT n."state", s."reason" FROM "nomination" n
      JOIN "nomination_step" s ON s."nominationId" = n."id" AND s."step" = 'submit'
      WHERE n."code" LIKE '%.L-%' ORDER BY s."reason"`;
    expect(rows).toHaveLength(UNITS);
    expect(new Set(rows.map(({ state, reason }) => `${state} ${reason}`)).size).toBe(UNITS);
    expect(rows.every(({ state }) => state === 'submitted')).toBe(true);
  }, 120_000);
});

describeOnEachDatabase('the page of a unit', (db) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(db);
  });

  async function queriesOf({ page }: Clerk): Promise<number> {
    const { dataSource } = app.unitOfWork.reader;
    const { logger } = dataSource;
    let queries = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
    await page.get('/don-vi').expect(200);
    dataSource.logger = logger;
    return queries;
  }

  it('says what to do where there is nothing, and asks as often for one nomination as for three', async () => {
    const an = await clerk(app, 'nv.an', UNIT);
    expect((await an.page.get('/don-vi')).text).toContain('Chưa có giai đoạn nào nhận đề nghị');
    await openWorkedPhase(app.agent);
    const { text } = await an.page.get('/don-vi');
    expect(text).toContain('Bấm “Lập đề nghị mới” để soạn từng hồ sơ');
    expect(text).toContain('/don-vi/lap/hung-yen-ha-tang-tiet-kiem/GD1');
    await begin(an, 'B-1');
    const one = await queriesOf(an);
    await begin(an, 'B-2');
    await begin(an, 'B-3');
    expect(one).toBeGreaterThan(3);
    expect(await queriesOf(an)).toBe(one);
  });

  it('does not tell a unit that its nomination is held, or that another unit has any', async () => {
    const [an, other] = [await clerk(app, 'nv.an', UNIT), await clerk(app, 'nguoi-khac', ANOTHER_UNIT)];
    const id = await begin(an, 'B-4', { scores: { self: SELF } });
    await an.api.post(`${API}/nominations/${id}/submission`).expect(201);
    const before = (await an.page.get('/don-vi')).text;
    const matter = { kind: 'complaint', status: 'pending', document: 'Đơn số 5' };
    await app.agent.post(`${API}/nominations/${id}/matters`).send(matter).expect(201);
    const plain = (text: string) => text.replace(/name="_csrf" value="[^"]+"/g, '');
    expect(plain((await an.page.get('/don-vi')).text)).toBe(plain(before));
    expect((await other.page.get('/don-vi')).text).not.toContain('B-4');
  });
});
