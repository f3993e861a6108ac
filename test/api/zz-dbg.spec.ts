import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, openWorkedPhase } from '../support/opened-phase';
import { startApp } from '../support/start-app';
describeOnEachDatabase('dbg', (db) => {
  it('x', async () => {
    const api = await startApp(db);
    await openWorkedPhase(api.agent);
    const { body } = await api.agent.post(`${PHASE}/nominations`).send({ code: 'X-1', subject: 'collective', name: 'A', unit: 'B', scores: { self: { a: '20.5', b: 99 } } });
    expect(body.findings).toEqual([]);
  });
});
