import { describeOnEachDatabase } from '../support/each-database';
import { summaryIn } from '../support/error-summary';
import { type OfficeWorld, officeWorld, sent, wordsOf } from '../support/office-world';
import { API } from '../support/opened-phase';
import { sendForm } from '../support/start-app';
import { fieldsIn } from '../support/unit-clerk';

describeOnEachDatabase('the appraisal', (db) => {
  let world: OfficeWorld;
  let id: string;
  let page: string;
  beforeAll(async () => {
    world = await officeWorld(db);
    id = await sent(world, 'TM-01');
    page = `/de-nghi/${id}/tham-dinh`;
    await world.app.agent.post(`${API}/nominations/${id}/acceptance`).expect(201);
  });

  const form = async () => fieldsIn((await world.office.get(page).expect(200)).text);
  const save = async (change: object, agent = world.office) =>
    agent
      .post(page)
      .type('form')
      .send({ ...(await form()), ...change });
  const stateOf = async () => (await world.app.agent.get(`${API}/nominations/${id}`).expect(200)).body.state;
  const appraisal = async () =>
    (await world.app.agent.get(`${API}/nominations/${id}/scores/appraisal`).expect(200)).body;

  it('begins with what the unit entered, and writes nothing until it is saved', async () => {
    expect(await form()).toMatchObject({ version: '0', 'self.0': '20', 'self.1': '19', 'reason.0': '' });
    expect(await appraisal()).toMatchObject({ entries: {}, reasons: {}, version: 0 });
  });

  it('gives the form back with every fault at its field', async () => {
    const answer = await save({ 'self.0': '25', 'self.1': '18,3', 'reason.1': 'Đang xem' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="self-0-loi"');
    expect(answer.text).toContain('id="self-1-loi"');
    expect(fieldsIn(answer.text)).toMatchObject({ 'self.0': '25', 'self.1': '18,3', 'reason.1': 'Đang xem' });
    expect((await appraisal()).version).toBe(0);
  });

  it('tells the points while somebody types, and saves nothing', async () => {
    const fields = { ...(await form()), 'self.0': '18,5' };
    const { text } = await world.office.post(`${page}/tinh`).type('form').send(fields).expect(200);
    expect(text).toContain('95,50');
    expect(
      (
        await world.office
          .post(`${page}/tinh`)
          .type('form')
          .send({ ...fields, 'self.0': 'x' })
      ).status,
    ).toBe(422);
    expect((await appraisal()).version).toBe(0);
  });

  it('does not end without a reason for each difference, on the page or through the API', async () => {
    const answer = await save({ 'self.0': '18,5', 'ket-thuc': '1' });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('chưa ghi lý do: a');
    const refused = await world.app.agent.post(`${API}/nominations/${id}/appraisal`).expect(422);
    expect(refused.body.code).toBe('appraisal-unexplained');
    const many = { step: 'appraise', nominations: [id] };
    const phase = `${API}/campaigns/hung-yen-ha-tang-tiet-kiem/phases/GD1`;
    const { body } = await world.app.agent.post(`${phase}/steps`).send(many).expect(200);
    expect(body.items).toMatchObject([{ taken: false }]);
    expect(await stateOf()).toBe('accepted');
  });

  it('keeps what two people type apart: the second is shown what the first has saved', async () => {
    const old = await form();
    const other = await world.app.browser({ username: 'dong-nghiep', name: 'Lê Bình', groups: ['office'] });
    const mine = await save({ 'self.0': '18', 'reason.0': 'Hai văn bản ban hành muộn' });
    expect(mine.status).toBe(303);
    const theirs = await sendForm(other, page, page, { ...old, _csrf: undefined, 'self.0': '17' });
    expect(theirs.status).toBe(403);
    const html = (await other.get(page).expect(200)).text;
    const late = { ...old, _csrf: fieldsIn(html)._csrf, 'self.0': '17' };
    const conflict = await other.post(page).type('form').send(late);
    expect(conflict.status).toBe(412);
    expect(wordsOf(conflict.text)).toContain('Nguyễn Thị Thu Hà');
    expect(fieldsIn(conflict.text)).toMatchObject({ 'self.0': '17' });
    expect((await appraisal()).entries.a).toBe('18');
  });

  it('forgets a reason when the difference is gone, and keeps it while it is there', async () => {
    await save({ 'self.1': '18,5', 'reason.1': 'Thiếu một báo cáo' });
    expect((await appraisal()).reasons).toEqual({ a: 'Hai văn bản ban hành muộn', b: 'Thiếu một báo cáo' });
    const { entries, version } = await appraisal();
    await world.app.agent
      .put(`${API}/nominations/${id}/scores/appraisal`)
      .set('If-Match', `"v${version}"`)
      .send({ entries: { ...entries, b: '19' } })
      .expect(200);
    expect((await appraisal()).reasons).toEqual({ a: 'Hai văn bản ban hành muộn' });
  });

  it('takes no reason for a criterion that is not there, nor with the scores of a unit', async () => {
    const { entries, version } = await appraisal();
    const put = (layer: string, body: object) =>
      world.app.agent
        .put(`${API}/nominations/${id}/scores/${layer}`)
        .set('If-Match', `"v${version}"`)
        .send(body);
    const unknown = await put('appraisal', { entries, reasons: { z: 'x' } });
    expect([unknown.status, unknown.body.findings]).toMatchObject([422, [{ path: ['reasons', 'z'] }]]);
    expect((await put('appraisal', { entries, reasons: { a: 1 } })).status).toBe(400);
    expect((await put('self', { entries, reasons: { a: 'x' } })).body.code).toBe('reasons-of-appraisal');
  });

  it('ends with its reasons, which the page of the nomination shows to whoever reads scores', async () => {
    const answer = await save({ 'ket-thuc': '1' });
    expect([answer.status, answer.headers.location]).toEqual([303, `/de-nghi/${id}`]);
    expect(await stateOf()).toBe('appraised');
    const own = (await world.unit.page.get(`/de-nghi/${id}`).expect(200)).text;
    const all = (await world.office.get(`/de-nghi/${id}`).expect(200)).text;
    expect(all).toContain('Lý do: Hai văn bản ban hành muộn');
    expect(own).not.toContain('Hai văn bản ban hành muộn');
  });

  it('never touches what the unit wrote', async () => {
    const { body } = await world.unit.api.get(`${API}/nominations/${id}`).expect(200);
    expect(body.nomination.scores).toEqual({
      self: { a: '20', b: '19', c: '19', d: '19', đ: '20', 'đ-kntc': true },
    });
  });

  describe('notes beside it', () => {
    const add = (fields: object) => sendForm(world.office, page, `/de-nghi/${id}/ghi-chu`, fields);
    const read = async (agent = world.unit.page) => (await agent.get(`/de-nghi/${id}`).expect(200)).text;

    it('are the office’s own, unless they are written for the unit', async () => {
      expect((await add({ about: 'a', text: 'Hỏi lại phòng Kế hoạch' })).status).toBe(303);
      expect((await add({ text: 'Lần sau gửi kèm biểu 2', 'for-unit': '1' })).status).toBe(303);
      expect(await read()).toContain('Lần sau gửi kèm biểu 2');
      expect(await read()).not.toContain('Hỏi lại phòng Kế hoạch');
      const items = (await world.unit.api.get(`${API}/nominations/${id}/notes`).expect(200)).body.items;
      expect(items).toHaveLength(1);
      expect(await read(world.office)).toContain('Hỏi lại phòng Kế hoạch');
    });

    it('say something, about a criterion that is there', async () => {
      const empty = await add({ text: '  ', about: 'b' });
      expect(empty.status).toBe(422);
      expect(empty.text).toContain('value="b" selected');
      expect((await add({ text: 'x', about: 'khong-co' })).status).toBe(422);
    });

    it('are taken back by the office alone', async () => {
      const { body } = await world.app.agent.get(`${API}/nominations/${id}/notes`).expect(200);
      const note = String(body.items[0].id);
      await world.unit.api.delete(`${API}/nominations/${id}/notes/${note}`).expect(403);
      await world.app.agent.delete(`${API}/nominations/${id}/notes/${note}`).expect(204);
      await world.app.agent.delete(`${API}/nominations/${id}/notes/${note}`).expect(404);
    });
  });

  describe('the list of conditions', () => {
    const checks = () => `/de-nghi/${id}/dieu-kien`;
    const send = (path: string, fields: object) =>
      sendForm(world.office, checks(), `${checks()}/${path}`, fields);
    const text = async () => wordsOf((await world.office.get(checks()).expect(200)).text);

    it('names each requirement with its article', async () => {
      expect(await text()).toContain(
        'Đạt Không có vụ việc đang chờ kết luận (khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP)',
      );
      expect(await text()).toContain('Chưa có Hội đồng biểu quyết đồng ý trên 1/2');
    });

    it('is closed to the unit', async () => {
      expect((await world.unit.page.get(checks())).status).toBe(403);
    });

    it('holds a case by a pending matter and lets it go on when that is cleared', async () => {
      const wrong = await send('vu-viec', { kind: 'complaint', status: 'pending', from: '32/13/2025' });
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('value="32/13/2025"');
      expect(wrong.text).toContain('id="vu-viec-from-loi"');
      expect(summaryIn(wrong.text)).toEqual([
        'Từ ngày: chưa có ngày, hoặc ngày không có thật; ghi ngày/tháng/năm, ví dụ 20/11/2026',
      ]);
      await send('vu-viec', { kind: 'complaint', status: 'pending', from: '01/12/2025' });
      expect(await stateOf()).toBe('held');
      const { body } = await world.app.agent.get(`${API}/nominations/${id}/matters`).expect(200);
      const matter = `vu-viec/${body.items[0].id}`;
      const settled = await send(matter, { status: 'cleared', document: '12/KL-TTr' });
      expect(settled.status).toBe(303);
      expect(await stateOf()).toBe('appraised');
      expect((await world.app.agent.get(`${API}/nominations/${id}/matters`)).body.items).toEqual([
        {
          id: body.items[0].id,
          kind: 'complaint',
          status: 'cleared',
          from: '2025-12-01',
          to: null,
          document: '12/KL-TTr',
        },
      ]);
      expect((await send(`${matter}/bo`, {})).status).toBe(303);
      expect((await send(`${matter}/bo`, {})).status).toBe(404);
    });

    it('takes out the number of a document that was wrong, on the page by emptying it and through the API by null', async () => {
      const matters = `${API}/nominations/${id}/matters`;
      const wrong = { kind: 'complaint', status: 'cleared', document: 'SAI-SO/01' };
      const { body } = await world.app.agent.post(matters).send(wrong).expect(201);
      const numbers = async () =>
        (await world.app.agent.get(matters)).body.items.map(({ document }: typeof wrong) => document);
      const [form, one] = [`vu-viec/${body.id}`, `${matters}/${body.id}`];
      expect((await send(form, { status: 'cleared', document: '' })).status).toBe(303);
      expect(await numbers()).toEqual([null]);
      await world.app.agent.put(one).send({ document: '12/KL-TTr' }).expect(200);
      await world.app.agent.put(one).send({ status: 'cleared' }).expect(200);
      expect(await numbers()).toEqual(['12/KL-TTr']);
      await world.app.agent.put(one).send({ document: null }).expect(200);
      expect(await numbers()).toEqual([null]);
      await world.app.agent.delete(one).expect(204);
    });

    it('keeps what other agencies confirm, and makes no proposal stale by it', async () => {
      const inputs = `SELECT "inputVersion" FROM "phase"`;
      const before = await db.unitOfWork.reader.query(inputs);
      const refused = await send('xac-nhan', { agency: ' ', result: 'clear', remark: 'Đã hỏi' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('id="xac-nhan-agency-loi"');
      expect(refused.text).toContain('Đã hỏi');
      const given = { agency: 'Bảo hiểm xã hội', result: 'clear', date: '05/12/2025', document: '215/BHXH' };
      expect((await send('xac-nhan', { ...given, date: '31/02/2025' })).status).toBe(422);
      expect((await send('xac-nhan', given)).status).toBe(303);
      expect(await text()).toMatch(/Bảo hiểm xã hội Không có vấn đề 05\/12\/2025 215\/BHXH/);
      const url = `${API}/nominations/${id}/confirmations`;
      const { body } = await world.app.agent.get(url).expect(200);
      expect(body.items).toMatchObject([{ ...given, date: '2025-12-05', by: 'Nguyễn Thị Thu Hà' }]);
      await world.unit.api.get(url).expect(403);
      await world.app.agent.delete(`${url}/${body.items[0].id}`).expect(204);
      expect(await db.unitOfWork.reader.query(inputs)).toEqual(before);
    });
  });
});
