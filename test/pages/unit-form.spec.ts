import { describeOnEachDatabase } from '../support/each-database';
import { heardOn } from '../rules/support/heard';
import { API, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, formToken, startApp } from '../support/start-app';
import {
  type Clerk,
  ANOTHER_UNIT,
  UNIT,
  begin,
  clerk,
  fieldsIn,
  nominationOf,
  sendDraft,
} from '../support/unit-clerk';

describeOnEachDatabase('the form of a draft', (db) => {
  let app: TestApp;
  let an: Clerk;
  let binh: Clerk;

  beforeAll(async () => {
    app = await startApp(db);
    await openWorkedPhase(app.agent);
    an = await clerk(app, 'nv.an', UNIT, 'Nguyễn Văn An');
    binh = await clerk(app, 'lt.binh', UNIT, 'Lê Thị Bình');
  });

  it('begins with a set, a name and a code that stands ready', async () => {
    const at = '/don-vi/lap/hung-yen-ha-tang-tiet-kiem/GD1';
    const { text } = await an.page.get(at).expect(200);
    expect(fieldsIn(text).code).toBe('PKHTC.01');
    const token = formToken(text);
    const send = (fields: object) =>
      an.page
        .post(at)
        .type('form')
        .send({ _csrf: token, ...fields });
    const refused = await send({ set: '', name: 'Tổ <một cửa>', code: 'PKHTC.01' }).expect(422);
    expect(fieldsIn(refused.text)).toMatchObject({ name: 'Tổ <một cửa>', code: 'PKHTC.01' });
    const { beside = {} } = heardOn(await send({ set: '', name: ' ', code: '' }));
    expect(Object.keys(beside)).toEqual(['set', 'name', 'code']);
    const made = await send({ set: 'ca-nhan', name: 'Trần Thị Thu', code: 'PKHTC.01' }).expect(303);
    const id = /de-nghi\/(.+)\/soan/.exec(made.headers.location ?? '')?.[1] ?? '';
    const { nomination, state } = await nominationOf(an, id);
    expect([nomination.subject, nomination.name, nomination.unit, state]).toEqual([
      'individual',
      'Trần Thị Thu',
      UNIT,
      'draft',
    ]);
    const again = await send({ set: 'ca-nhan', name: 'Trần Thị Thu', code: 'PKHTC.01' }).expect(409);
    expect(fieldsIn(again.text).code).toBe('PKHTC.02');
  });

  it('keeps what was typed, half of it empty, without a script', async () => {
    const id = await begin(an, 'F-1');
    const { headers } = await sendDraft(an, id, {
      name: 'Phòng Kế hoạch',
      members: '12',
      orgClass: 'administrative',
      'self.0': '18,5',
      'self.1': '17.5',
      'said.0.text': 'Dòng một\r\nDòng hai',
      'evidence.0.0.title': 'Báo cáo năm',
      'evidence.0.0.document': '10/BC',
      'history.0.year': '2024',
      'history.0.form': 'Giấy khen',
      'report.office': 'Số 1, phố Hiến',
      them: 'evidence.0',
    }).then((answer) => (answer.status === 303 ? answer : Promise.reject(new Error(answer.text))));
    expect(headers.location).toBe(`/de-nghi/${id}/soan#evidence-0-1`);
    const { nomination } = await nominationOf(an, id);
    expect(nomination).toMatchObject({
      name: 'Phòng Kế hoạch',
      members: 12,
      orgClass: 'administrative',
      scores: { self: { a: '18.5', b: '17.5' } },
      evidence: [{ criterion: 'a', title: 'Báo cáo năm', document: '10/BC' }],
      awards: [],
      report: {
        achievements: [{ criterion: 'a', text: 'Dòng một\nDòng hai' }],
        history: [{ year: '2024', form: 'Giấy khen' }],
        office: 'Số 1, phố Hiến',
      },
    });
    const { text } = await an.page.get(`/de-nghi/${id}/soan`);
    expect(fieldsIn(text)).toMatchObject({
      'self.0': '18,5',
      'said.0.text': 'Dòng một\nDòng hai',
      members: '12',
    });
    expect(text).toContain('Chấm 18,50/20,00 điểm.');
    expect(text).toContain('<p class="total">36,00');
  });

  it('keeps every word on the screen and stores none of it when something is refused', async () => {
    const id = await begin(an, 'F-2');
    const before = await nominationOf(an, id);
    const typed = {
      name: '',
      members: 'tám',
      'self.0': '20,5',
      'self.1': '19,123',
      'said.1.text': 'Chữ <b> & "nháy"',
      'evidence.1.0.document': '11/BC',
      'history.0.year': '2023',
    };
    const { status, text } = await sendDraft(an, id, typed);
    expect(status).toBe(422);
    expect(fieldsIn(text)).toMatchObject(typed);
    const [summary = ''] = /<div class="error-summary"[\s\S]*?<\/div>/.exec(text) ?? [];
    const faulty = new Set([...summary.matchAll(/<a href="#([^"]+)">/g)].map(([, field]) => field));
    expect(faulty).toEqual(new Set(['evidence-1-0-title', 'members', 'name', 'self-0', 'self-1']));
    expect(text).toContain('Chưa lưu được, còn chỗ cần sửa');
    expect(await nominationOf(an, id)).toEqual(before);
  });

  it('shows both texts when two people have written, and loses neither', async () => {
    const id = await begin(an, 'F-3');
    const open = await binh.page.get(`/de-nghi/${id}/soan`);
    await sendDraft(an, id, { 'said.0.text': 'Của An', 'evidence.0.0.title': 'Tờ của An', 'self.0': '15' });
    const stale = {
      ...fieldsIn(open.text),
      _csrf: formToken(open.text),
      'said.0.text': 'Của Bình',
      'self.1': '16',
    };
    const { status, text } = await binh.page.post(`/de-nghi/${id}/soan`).type('form').send(stale);
    expect(status).toBe(412);
    expect(text).toContain('Chưa lưu: Nguyễn Văn An sửa lúc');
    // Only a button that somebody presses may put one text in the place of the other.
    expect(open.text).toContain('hx-post=');
    expect(text).not.toContain('hx-post=');
    expect(fieldsIn(text)).toMatchObject({ 'said.0.text': 'Của Bình', 'self.1': '16', 'self.0': '' });
    const theirs = [...text.matchAll(/<div class="theirs">.*?<p class="user-text">([^<]*)<\/p>/gs)].map(
      ([, was]) => was,
    );
    expect(theirs).toEqual(['15', 'Của An', '– Tờ của An', '(để trống)']);
    expect((await nominationOf(an, id)).nomination).toMatchObject({ scores: { self: { a: '15' } } });
    const settled = { ...fieldsIn(text), _csrf: formToken(text), 'said.0.text': 'Của An và của Bình' };
    await binh.page.post(`/de-nghi/${id}/soan`).type('form').send(settled).expect(303);
    const { nomination } = await nominationOf(an, id);
    expect(nomination.report).toEqual({ achievements: [{ criterion: 'a', text: 'Của An và của Bình' }] });
  });

  it('takes what script and button send at the same moment for one save', async () => {
    const id = await begin(an, 'F-8');
    const { text } = await an.page.get(`/de-nghi/${id}/soan`);
    const typed = {
      ...fieldsIn(text),
      _csrf: formToken(text),
      'self.0': '15',
      'evidence.0.0.title': 'Tờ trình',
    };
    const [script, button] = await Promise.all(
      ['soan/tu-luu', 'soan'].map((to) => an.page.post(`/de-nghi/${id}/${to}`).type('form').send(typed)),
    );
    expect([script?.status, button?.status]).toEqual([200, 303]);
    expect((await nominationOf(an, id)).version).toBe(2);
  });

  it('answers the script with a line, the new total and the new version', async () => {
    const id = await begin(an, 'F-4');
    const saved = await sendDraft(an, id, { 'self.0': '15' }, 'soan/tu-luu');
    expect(saved.status).toBe(200);
    expect(saved.text).toMatch(/^Đã lưu lúc \d\d:\d\d, /);
    expect(saved.text).toContain('name="version" value="2"');
    expect(saved.text).toContain('<hx-partial hx-target="#vi-sao-0">Chấm 15,00/20,00 điểm.</hx-partial>');
    expect(saved.text).not.toContain('<html');
    const refused = await sendDraft(an, id, { 'self.0': '25' }, 'soan/tu-luu');
    expect([refused.status, refused.text.trim()]).toEqual([
      422,
      'Chưa lưu, còn 1 chỗ cần sửa. Tự chấm tiêu chí a: điểm 25 vượt điểm tối đa 20.',
    ]);
    const stale = await sendDraft(binh, id, { version: '1', 'self.0': '16' }, 'soan/tu-luu');
    expect(stale.status).toBe(412);
    expect(stale.text).toMatch(/^Chưa lưu: Nguyễn Văn An sửa lúc \d\d:\d\d\. /);
    expect((await nominationOf(an, id)).nomination.scores).toEqual({ self: { a: '15' } });
  });

  it('leaves alone what the office wrote before it gave the nomination back', async () => {
    const id = await begin(an, 'F-5', {
      scores: { self: { a: 20, b: 20, c: 20, d: 20, đ: 20, 'đ-kntc': true } },
    });
    await an.api.post(`${API}/nominations/${id}/submission`).expect(201);
    await app.agent.post(`${API}/nominations/${id}/acceptance`).expect(201);
    const entries = { a: 10, b: 10, c: 10, d: 10, đ: 10, 'đ-kntc': true };
    await app.agent
      .put(`${API}/nominations/${id}/scores/appraisal`)
      .set('If-Match', '"v0"')
      .send({ entries })
      .expect(200);
    const note = { about: 'a', text: 'Số liệu này lấy ở đâu?', forUnit: true };
    await app.agent.post(`${API}/nominations/${id}/notes`).send(note).expect(201);
    const inner = { about: 'a', text: 'Nghi chép của nhau', forUnit: false };
    await app.agent.post(`${API}/nominations/${id}/notes`).send(inner).expect(201);
    const reason = 'Thiếu số liệu năm 2025';
    await app.agent.post(`${API}/nominations/${id}/return`).send({ reason }).expect(201);
    const { text } = await an.page.get(`/de-nghi/${id}/soan`);
    expect(text).toContain(`<p class="user-text">${reason}</p>`);
    expect(text.slice(text.indexOf('id="tieu-chi-0"'), text.indexOf('id="tieu-chi-1"'))).toContain(note.text);
    expect(text).not.toContain(inner.text);
    expect(text).not.toContain('10,00');
    await sendDraft(an, id, { 'self.0': '19' });
    const { body } = await app.agent.get(`${API}/nominations/${id}`);
    expect(body.nomination.scores).toMatchObject({
      self: { a: '19', b: '20' },
      appraisal: { a: '10', 'đ-kntc': true },
    });
  });

  it('keeps the row of a piece of evidence that is reworded or moved', async () => {
    const id = await begin(an, 'F-6', {
      evidence: [
        { criterion: 'a', title: 'Một' },
        { criterion: 'a', title: 'Hai' },
        { criterion: 'b', title: 'Ba' },
      ],
    });
    const rows = async () =>
      db.unitOfWork.reader.sql<{ id: string; title: string }[]>`
        SELECT "id", "title" FROM "evidence" WHERE "nominationId" = ${id} ORDER BY "ordinal"`;
    const [one, two, three] = await rows();
    await sendDraft(an, id, {
      'evidence.0.0.title': '',
      'evidence.0.1.title': 'Hai, đã sửa',
      'evidence.1.1.title': 'Bốn',
    });
    const after = await rows();
    expect(after.map(({ title }) => title)).toEqual(['Hai, đã sửa', 'Ba', 'Bốn']);
    expect([one?.id, two?.id]).toContain(after[0]?.id);
    expect(after[1]?.id).toBe(three?.id);
  });

  it('is not there for another unit, at any of its addresses', async () => {
    const id = await begin(an, 'F-7');
    const stranger = await clerk(app, 'nguoi-la', ANOTHER_UNIT);
    const { text } = await stranger.page.get('/don-vi').expect(200);
    const _csrf = formToken(text) || formToken((await stranger.page.get('/tai-khoan/mat-khau')).text);
    expect(text).not.toContain('F-7');
    for (const path of ['soan', 'gui']) await stranger.page.get(`/de-nghi/${id}/${path}`).expect(404);
    for (const path of ['soan', 'soan/tu-luu', 'gui'])
      await stranger.page
        .post(`/de-nghi/${id}/${path}`)
        .type('form')
        .send({ _csrf, version: '1', name: 'X' })
        .expect(404);
    expect((await nominationOf(an, id)).nomination.name).toBe('Tập thể F-7');
  });
});
