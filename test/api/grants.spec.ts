import { SYSTEM } from '../../src/domain/access';
import { describeOnEachDatabase } from '../support/each-database';
import { nominationsOf } from '../support/cases';
import { PHASE, openWorkedPhase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const MANY = 200;

describeOnEachDatabase('two places', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    const { date, council } = await openWorkedPhase(api.agent);
    const [model] = nominationsOf('hung-yen').nominations;
    const nominations = Array.from({ length: MANY }, (_, index) => ({ ...model, code: `TT-${index + 1}` }));
    const document = {
      schema: 'thidua/nominations@1',
      campaign: model && 'hung-yen-ha-tang-tiet-kiem',
      phase: 'GD1',
    };
    await api.agent
      .post(`${PHASE}/imports`)
      .send({ ...document, date, council, nominations })
      .expect(201);
    await api.app.listen(0, '127.0.0.1');
  });

  it('go to exactly two of two hundred who ask at the same moment, whatever reason they give', async () => {
    const proposal = await propose(api.agent);
    const asked = Array.from({ length: MANY }, (_, index) =>
      api.agent
        .post(`${PHASE}/decisions`)
        .send({ proposal, nomination: `TT-${index + 1}`, award: 'BK', reason: 'Đề nghị xem xét đặc cách' }),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(MANY - 2);
    for (const { type, body } of refused)
      expect([type, body.status, body.code]).toEqual(['application/problem+json', 409, 'places-taken']);
    const { body } = await api.agent.get(`${PHASE}/decisions`).expect(200);
    expect(body.items.map(({ place }: { place: number }) => place)).toEqual([1, 2]);
  });

  it('cannot become three even for somebody who writes to the database by hand', async () => {
    const line = { award: 'BK', criteriaSet: 'tap-the' };
    const byHand = (ordinal: number, capacity: number) =>
      db.unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.query(
          `INSERT INTO "place" ("id", "quotaLineId", "capacity", "ordinal")
           SELECT 'by-hand-${ordinal}-${capacity}', "id", ${capacity}, ${ordinal} FROM "quota_line"
           WHERE "award" = '${line.award}' AND "criteriaSet" = '${line.criteriaSet}'`,
        ),
      );
    await expect(byHand(3, 2)).rejects.toThrow(/CHECK|check/);
    await expect(byHand(3, 3)).rejects.toThrow(/FOREIGN KEY|foreign key/);
    await expect(byHand(2, 2)).rejects.toThrow(/UNIQUE|unique/);
  });

  it('are as many as the amendments say while fifty more are asked for beside them', async () => {
    const line = { award: 'BK', criteriaSet: 'tap-the' };
    const amend = (from: number, max: number) =>
      api.agent.post(`${PHASE}/amendments`).send({ ...line, from, max, reason: 'Văn bản bổ sung chỉ tiêu' });
    const ask = async (index: number) =>
      api.agent.post(`${PHASE}/decisions`).send({
        proposal: await propose(api.agent),
        nomination: `TT-${100 + index}`,
        award: 'BK',
        reason: 'Đề nghị xem xét đặc cách',
      });
    const asked = Array.from({ length: 50 }, (_, index) => ask(index));
    const amended = [amend(2, 5), amend(2, 4), amend(5, 3), amend(3, 6)];
    const answers = await Promise.all([...amended, ...asked]);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { body } = await api.agent.get(PHASE).expect(200);
    const [{ max, taken }] = body.quotas.filter((each: typeof line) => each.award === 'BK').slice(1);
    expect(taken).toBeLessThanOrEqual(max);
    const granted = answers.slice(amended.length).filter(({ status }) => status === 201);
    expect(taken).toBe(2 + granted.length);
  });
});
