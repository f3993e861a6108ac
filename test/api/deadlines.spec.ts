import type TestAgent from 'supertest/lib/agent';
import { unitIds } from '../../src/features/units/unit.queries';
import { nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const UNIT = 'Phòng Quản lý Công nghệ';
const DEADLINES = `${PHASE}/deadlines`;
const STATED = { basis: 'stated', source: 'Kế hoạch số 38/KH-UBND, mục III' };

describeOnEachDatabase('deadlines', (db) => {
  let api: TestApp;
  let office: TestAgent;
  let unit: TestAgent;
  let other: TestAgent;
  let unitId: string;
  let made = 0;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    office = await api.person({ username: 'van-phong', name: 'Đỗ Thị Hạnh', groups: ['office'] });
    unit = await api.person({ username: 'don-vi', groups: ['unit'], unit: UNIT });
    other = await api.person({ username: 'don-vi-khac', groups: ['unit'], unit: 'Trung tâm Thông tin' });
    unitId = (await unitIds(db.unitOfWork.reader, [UNIT])).get(UNIT) ?? '';
  });
  beforeEach(() => db.clock.set('2026-03-02T01:30:00.000Z'));

  /** A draft of the unit that is complete. */
  const draft = async (by = unit, unitName = UNIT): Promise<string> => {
    const [model] = nominationsOf('hung-yen').nominations;
    const code = `TH-${(made += 1)}`;
    const scores = { self: model?.scores.self };
    const sent = { ...model, code, unit: unitName, scores, ballots: {}, matters: [] };
    const { body } = await by.post(`${PHASE}/nominations`).send(sent).expect(201);
    return `${API}/nominations/${body.id}`;
  };
  const submit = (one: string, by = unit) => by.post(`${one}/submission`).send({});
  const set = async (kind: string, setting: object) => {
    const { body } = await office.get(DEADLINES).expect(200);
    const now = body.items.find((each: { kind: string }) => each.kind === kind)?.version ?? 0;
    return office.put(`${DEADLINES}/${kind}`).set('If-Match', `"v${now}"`).send(setting);
  };
  const steps = (one: string) =>
    db.unitOfWork.reader.sql<{ step: string; late: boolean | number; reason: string | null }[]>`
      SELECT "step", "late", "reason" FROM "nomination_step"
      WHERE "nominationId" = ${one.split('/').at(-1)} ORDER BY "ordinal" DESC`;

  it('are none until somebody sets them: nothing is late', async () => {
    db.clock.set('2039-01-01T00:00:00.000Z');
    expect((await office.get(DEADLINES).expect(200)).body).toEqual({ items: [] });
    await submit(await draft()).expect(201);
  });

  it('close at 24:00 in Vietnam, for every path, and say what to do', async () => {
    await set('submission', { day: '2026-03-06', ...STATED }).then(({ status }) => expect(status).toBe(200));
    const [punctual, late] = [await draft(), await draft()];
    db.clock.set('2026-03-06T16:59:59.999Z');
    await submit(punctual).expect(201);
    db.clock.set('2026-03-06T17:00:00.000Z');
    const { body } = await submit(late).expect(422);
    expect(body).toMatchObject({
      code: 'deadline-passed',
      detail: expect.stringContaining('Đã hết thời hạn đơn vị gửi đề nghị (06/03/2026)'),
    });
    expect((await unit.get(late)).body.state).toBe('draft');
    expect((await steps(punctual))[0]).toMatchObject({ step: 'submit', reason: null });
    expect(Boolean((await steps(punctual))[0]?.late)).toBe(false);
  });

  it('let a unit through that the office allows it, mark the step as late, and leave other units out', async () => {
    await set('submission', { day: '2026-03-06', ...STATED });
    const [own, others] = [await draft(), await draft(other, 'Trung tâm Thông tin')];
    db.clock.set('2026-03-09T01:00:00.000Z');
    await submit(own).expect(422);
    const allowed = await office
      .post(`${DEADLINES}/submission/overrides`)
      .send({ unit: unitId, reason: 'Mất điện diện rộng do bão số 3', until: '2026-03-10' })
      .expect(201);
    expect(allowed.body).toMatchObject({ kind: 'submission', unit: unitId, until: '2026-03-10' });
    await submit(own).expect(201);
    const [last] = await steps(own);
    expect(Boolean(last?.late)).toBe(true);
    expect(last?.reason).toBe(
      'Gửi sau thời hạn đơn vị gửi đề nghị (06/03/2026), Đỗ Thị Hạnh cho phép: Mất điện diện rộng do bão số 3',
    );
    await submit(others, other).expect(422);
    db.clock.set('2026-03-10T17:00:00.000Z');
    await submit(await draft()).expect(422);
  });

  it('follow the latest allowance', async () => {
    await set('submission', { day: '2026-03-06', ...STATED });
    const allow = (reason: string, until?: string) =>
      office.post(`${DEADLINES}/submission/overrides`).send({ unit: unitId, reason, until }).expect(201);
    await allow('Cho đến khi xong');
    await allow('Chỉ đến hết ngày 11', '2026-03-11');
    const one = await draft();
    db.clock.set('2026-03-12T01:00:00.000Z');
    await submit(one).expect(422);
    await allow('Nhầm ngày, cho thêm');
    await submit(one).expect(201);
    expect((await steps(one))[0]?.reason).toContain('Nhầm ngày, cho thêm');
  });

  it('of an answer count working days from each return, over a holiday, and can be set aside for one nomination', async () => {
    await set('submission', { day: '2026-12-31', ...STATED });
    await set('answer', { workingDays: 3, basis: 'assumed', source: 'Văn phòng đề nghị' });
    const [one, two] = [await draft(), await draft()];
    for (const each of [one, two]) {
      await submit(each).expect(201);
      db.clock.set('2026-04-28T03:00:00.000Z');
      await office.post(`${each}/return`).send({ reason: 'Bổ sung minh chứng' }).expect(201);
    }
    // 29 April, then Reunification Day, Labour Day and the weekend: 4 and 5 May.
    db.clock.set('2026-05-05T16:59:59.999Z');
    await submit(one).expect(201);
    db.clock.set('2026-05-05T17:00:00.000Z');
    const { body } = await submit(two).expect(422);
    expect(body.detail).toContain('05/05/2026');
    const allow = (by: TestAgent, id = two) =>
      by.post(`${id}/deadline-overrides`).send({ reason: 'Chờ xác nhận của cơ quan thuế' });
    await allow(unit).expect(403);
    await allow(office, one).expect(409);
    await allow(office).expect(201);
    await submit(two).expect(201);
    expect((await steps(two))[0]?.reason).toContain('Chờ xác nhận của cơ quan thuế');
  });

  it('are told with the day they come to and the holidays that are only assumed', async () => {
    const setting = { workingDays: 10, from: '2027-01-29', ...STATED };
    const { body } = await set('dossier', setting);
    const assumed = ['04', '05', '06', '07', '08', '09', '10'].map((day) => `2027-02-${day}`);
    expect(body).toEqual({
      kind: 'dossier',
      day: null,
      workingDays: 10,
      from: '2027-01-29',
      ...STATED,
      version: 1,
      by: 'Đỗ Thị Hạnh',
      at: '2026-03-02T01:30:00.000Z',
      due: { day: '2027-02-19', daysLeft: 354, late: false, assumed },
    });
    const list = await unit.get(DEADLINES).expect(200);
    expect(list.body.items.find((each: { kind: string }) => each.kind === 'dossier')).toEqual(body);
  });

  it('are edited by whoever has seen the present ones, and taken away', async () => {
    const url = `${DEADLINES}/appraisal`;
    const put = (seen: number) =>
      office
        .put(url)
        .set('If-Match', `"v${seen}"`)
        .send({ day: '2026-04-01', ...STATED });
    await put(0).expect(200);
    await put(0).expect(412);
    await put(1).expect(200);
    await office
      .put(url)
      .send({ day: '2026-04-01', ...STATED })
      .expect(428);
    await office.delete(url).set('If-Match', '"v1"').expect(412);
    await office.delete(url).set('If-Match', '"v2"').expect(204);
    const { body } = await office.get(DEADLINES);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).not.toContain('appraisal');
  });

  it.each([
    [{ ...STATED }, ['day']],
    [{ day: '2026-02-30', basis: 'stated', source: ' ' }, ['day', 'source']],
    [{ day: '2026-03-01', workingDays: 3, from: '2026-03-01', ...STATED }, ['day']],
    [{ workingDays: 0, ...STATED }, ['workingDays', 'from']],
    [{ workingDays: 251, from: '1999-12-31', ...STATED }, ['workingDays', 'from']],
  ])('refuse the setting %j with all its faults', async (setting, fields) => {
    const put = office.put(`${DEADLINES}/appraisal`).set('If-Match', '"v0"');
    const { body } = await put.send(setting).expect(422);
    expect(body.findings.map(({ path }: { path: string[] }) => path[0])).toEqual(fields);
  });

  it('refuse an allowance for nobody, without a reason, for a past day, all at once', async () => {
    await set('submission', { day: '2026-03-06', ...STATED });
    const { body } = await office
      .post(`${DEADLINES}/submission/overrides`)
      .send({ unit: 'x', reason: ' ', until: '2026-03-01' })
      .expect(422);
    expect(body.findings.map(({ path }: { path: string[] }) => path[0])).toEqual(['unit', 'reason', 'until']);
  });

  it('are set by the office alone, and each change is in the audit', async () => {
    await unit
      .put(`${DEADLINES}/submission`)
      .set('If-Match', '"v0"')
      .send({ day: '2026-04-01', ...STATED })
      .expect(403);
    await office
      .put(`${DEADLINES}/xyz`)
      .set('If-Match', '"v0"')
      .send({ day: '2026-04-01', ...STATED })
      .expect(404);
    await office.post(`${DEADLINES}/dossier/overrides`).send({ unit: unitId, reason: 'x' }).expect(404);
    const events = await db.unitOfWork.reader.sql<{ action: string }[]>`
      SELECT DISTINCT "action" FROM "audit_event" WHERE "action" LIKE 'deadline.%' ORDER BY "action"`;
    expect(events.map(({ action }) => action)).toEqual([
      'deadline.override',
      'deadline.remove',
      'deadline.set',
    ]);
  });
});
