import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { AllowanceOfFormerUnit0000000000024 } from '../../src/platform/database/migrations/0024-allowance-of-former-unit';
import { unitIds } from '../../src/features/units/unit.queries';
import { nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { wordsOf } from '../support/office-world';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';

const [FROM, INTO] = ['Phòng Thông tin', 'Phòng Truyền thông'] as const;
const DEADLINES = `${PHASE}/deadlines`;
const SET = { basis: 'assumed', source: 'Thông báo của Văn phòng' };

describeOnEachDatabase('what was allowed to a unit that becomes part of another', (db) => {
  let api: TestApp;
  const units = new Map<string, TestAgent>();
  const nominations: Record<string, string> = {};
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    for (const [at, unit] of [FROM, INTO].entries())
      units.set(unit, await api.person({ username: `nguoi-${at}`, groups: ['unit'], unit }));
    for (const [kind, setting] of [
      ['submission', { day: '2026-02-27' }],
      ['answer', { workingDays: 1 }],
    ] as const)
      await api.agent
        .put(`${DEADLINES}/${kind}`)
        .set('If-Match', '"v0"')
        .send({ ...setting, ...SET })
        .expect(200);
    db.clock.set('2026-02-26T01:30:00.000Z');
    nominations.let = await returned('TL-1');
    nominations.notLet = await returned('TL-2');
    db.clock.set('2026-03-09T01:30:00.000Z');
    const id = (await unitIds(db.unitOfWork.reader, [FROM])).get(FROM);
    await api.agent
      .post(`${DEADLINES}/submission/overrides`)
      .send({ unit: id, reason: 'Bão số 3' })
      .expect(201);
    await api.agent
      .post(`${API}/nominations/${nominations.let}/deadline-overrides`)
      .send({ reason: 'Người viết ốm' })
      .expect(201);
  });

  const clerk = (unit: string) => units.get(unit) ?? api.stranger;
  const draft = async (unit: string, code: string): Promise<string> => {
    const [model] = nominationsOf('hung-yen').nominations;
    const scores = { self: model?.scores.self };
    const plain = { ...model, code, unit, scores, ballots: {}, matters: [] };
    const { body } = await clerk(unit).post(`${PHASE}/nominations`).send(plain).expect(201);
    return String(body.id);
  };
  const submit = (id: string | undefined) => clerk(INTO).post(`${API}/nominations/${id}/submission`).send({});
  const returned = async (code: string): Promise<string> => {
    const id = await draft(FROM, code);
    await clerk(FROM).post(`${API}/nominations/${id}/submission`).send({}).expect(201);
    await api.agent.post(`${API}/nominations/${id}/return`).send({ reason: 'Bổ sung' }).expect(201);
    return id;
  };

  it('is said before, and stands in the way of nothing', async () => {
    const admin = await api.browser({ username: 'quan-tri', groups: ['administrator'] });
    const ids = await unitIds(db.unitOfWork.reader, [FROM, INTO]);
    const at = `/quan-tri/don-vi/${ids.get(FROM)}`;
    const into = { into: ids.get(INTO), reason: 'Sắp xếp tổ chức' };
    const review = await sendForm(admin, at, `${at}/gop`, into);
    expect(wordsOf(review.text)).toContain(`phép gửi muộn đã cho cả đơn vị ${FROM} không chuyển sang`);
    const { status } = await sendForm(admin, at, `${at}/gop`, { ...into, 'xac-nhan': '1' });
    expect(status).toBe(303);
  });

  it('lets the other unit be late with nothing', async () => {
    const { body } = await submit(await draft(INTO, 'TT-1')).expect(422);
    expect(body.code).toBe('deadline-passed');
  });

  it('still lets the one nomination be late that it was given for', async () => {
    await submit(nominations.notLet).expect(422);
    await submit(nominations.let).expect(201);
  });

  it('stays in the list of the office, under the name that the unit had', async () => {
    const office = await api.browser({ username: 'van-phong', groups: ['office'] });
    const campaign = PHASE.split('/').at(-3);
    const { text } = await office.get(`/van-phong/gui-muon/${campaign}/GD1`).expect(200);
    expect(wordsOf(text).split('Đã cho phép').at(-1)?.split(FROM)).toHaveLength(3);
  });

  it('goes with the unit where the database goes back, and is never changed otherwise', async () => {
    const change = () =>
      db.unitOfWork.run(SYSTEM, ({ manager }) => manager.sql`UPDATE "deadline_override" SET "reason" = 'x'`);
    await db.unitOfWork.run(SYSTEM, async ({ manager: { queryRunner } }) => {
      if (!queryRunner) throw new Error('a unit of work has a connection of its own');
      const migration = new AllowanceOfFormerUnit0000000000024();
      await migration.down(queryRunner);
      await migration.up(queryRunner);
    });
    await expect(change()).rejects.toThrow('append-only');
  });
});
