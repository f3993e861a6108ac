import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describeOnEachDatabase } from '../support/each-database';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';
import { ImportService } from '../../src/features/nominations/import.service';
import { SYSTEM } from '../../src/domain/access';

describeOnEachDatabase('bench', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    const { date, council } = await openWorkedPhase(api.agent);
    const models = nominationsOf('hung-yen').nominations;
    const nominations = Array.from({ length: 10_000 }, (_, index) => ({ ...models[index % 16], code: `N-${index + 1}`, unit: `Phòng ${index % 500}` }));
    const t = performance.now();
    await api.app.get(ImportService).import(SYSTEM, CAMPAIGN, 'GD1', { plain: { schema: 'thidua/nominations@1', campaign: CAMPAIGN, phase: 'GD1', date, council, nominations } });
    console.log('import ms', performance.now() - t);
    await api.app.listen(0, '127.0.0.1');
  }, 200000);
  it('x', async () => {
    const base = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
    let t = performance.now();
    await api.agent.post(`${PHASE}/proposals`).expect(201);
    console.log('propose ms', performance.now() - t);
    t = performance.now();
    await api.agent.get(`${PHASE}/ranking`).expect(200);
    console.log('ranking ms', performance.now() - t);
    for (const u of [`${PHASE}/nominations?size=50&page=PAGE`, `${PHASE}/nominations?size=50&page=PAGE&sort=unit`, `${PHASE}/nominations?size=50&page=1&q=dat`, `${API}/units?size=50`]) {
      const { stdout } = await promisify(execFile)('node', ['/tmp/client.mjs', base + u, api.token, '3000']);
      console.log(db.engine, stdout);
    }
  }, 200000);
});
