import { describeOnEachDatabase } from '../support/each-database';
import { wordsOf } from '../support/office-world';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { nominationsOf } from '../support/cases';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { UNIT, begin, clerk } from '../support/unit-clerk';

describeOnEachDatabase('the first page of a unit', (db) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(db);
    await openWorkedPhase(app.agent);
  });
  /** At a browser of this moment: a log-in ends with the day. */
  const unit = () => clerk(app, 'nv.an', UNIT, 'Nguyễn Văn An');
  const home = async () => wordsOf((await (await unit()).page.get('/').expect(200)).text);

  it('leads to the first nomination again once the only draft is thrown away', async () => {
    const an = await unit();
    expect(await home()).toContain('Đơn vị chưa lập đề nghị nào');
    const discard = `/de-nghi/${await begin(an, 'DN-1')}/buoc/discard`;
    expect(await home()).not.toContain('Đơn vị chưa lập đề nghị nào');
    expect((await sendForm(an.page, discard, discard, {})).status).toBe(303);
    expect(await home()).toContain('Đơn vị chưa lập đề nghị nào');
  });

  it('says that the office let a returned one be late, as long as no other presses more', async () => {
    const rule = { workingDays: 1, basis: 'assumed', source: 'Thông báo' };
    await app.agent.put(`${PHASE}/deadlines/answer`).set('If-Match', '"v0"').send(rule).expect(200);
    const first = await returned('DN-2');
    db.clock.set('2026-03-09T01:30:00.000Z');
    expect(await home()).toMatch(/1 đề nghị được trả lại .*Hạn 03\/03\/2026, đã quá 6 ngày/);
    expect(await home()).not.toContain('văn phòng đã cho gửi muộn');
    const allow = `${API}/nominations/${first}/deadline-overrides`;
    await app.agent.post(allow).send({ reason: 'Người viết ốm' }).expect(201);
    expect(await home()).toContain('Hạn 03/03/2026, đã quá 6 ngày; văn phòng đã cho gửi muộn');
    await returned('DN-3');
    expect(await home()).toMatch(/2 đề nghị được trả lại .*Hạn 10\/03\/2026, còn 1 ngày/);
  });

  async function returned(code: string): Promise<string> {
    const [model] = nominationsOf('hung-yen').nominations;
    const { api } = await unit();
    const plain = {
      ...model,
      code,
      unit: UNIT,
      scores: { self: model?.scores.self },
      ballots: {},
      matters: [],
    };
    const { body } = await api.post(`${PHASE}/nominations`).send(plain).expect(201);
    await api.post(`${API}/nominations/${body.id}/submission`).expect(201);
    await app.agent.post(`${API}/nominations/${body.id}/return`).send({ reason: 'Bổ sung' }).expect(201);
    return String(body.id);
  }
});
