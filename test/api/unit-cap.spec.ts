import { caseText, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const MANY = 50;
const definition = caseText('hung-yen', 'campaign.yaml').replace(
  '{ subject: collective, min: 1, max: 2',
  '{ subject: collective, min: 1, max: 5, perUnitMax: 1',
);

describeOnEachDatabase('a plan that gives each unit one place', (db) => {
  let api: TestApp;
  let proposal: string;
  beforeAll(async () => {
    api = await startApp(db);
    expect(definition).toContain('perUnitMax');
    await api.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
    const { nominations, ...head } = nominationsOf('hung-yen');
    const collective = Array.from({ length: MANY }, (_, index) => ({
      ...nominations[0],
      code: `TT-${index + 1}`,
      unit: index % 2 === 0 ? 'Phòng A' : 'Phòng B',
    }));
    await api.agent
      .post(`${PHASE}/imports`)
      .send({ ...head, nominations: collective })
      .expect(201);
    proposal = await propose(api.agent);
    await api.app.listen(0, '127.0.0.1');
  });

  it('is kept when fifty of two units ask at the same moment, whatever reason they give', async () => {
    const answers = await Promise.all(
      Array.from({ length: MANY }, (_, index) =>
        api.agent
          .post(`${PHASE}/decisions`)
          .send({ proposal, nomination: `TT-${index + 1}`, award: 'BK', reason: 'Đề nghị xem xét đặc cách' }),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(MANY - 2);
    for (const { body } of refused) expect(body).toMatchObject({ status: 409, code: 'unit-places-taken' });
    const { body } = await api.agent.get(`${PHASE}/decisions`).expect(200);
    expect(body.items.map(({ unit }: { unit: string }) => unit).toSorted()).toEqual(['Phòng A', 'Phòng B']);
  });
});
