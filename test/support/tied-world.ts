import type TestAgent from 'supertest/lib/agent';
import { nominationsOf } from './cases';
import type { TestDatabase } from './each-database';
import { PHASE, fileCampaign } from './opened-phase';
import { type TestApp, startApp } from './start-app';

/** The worked case with a tie at the cut, and a leader at the browser. */
export async function tiedWorld(db: TestDatabase): Promise<{ api: TestApp; leader: TestAgent }> {
  const api = await startApp(db);
  await fileCampaign(api.agent);
  await api.agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen-tie')).expect(201);
  const leader = await api.browser({
    username: 'giam-doc',
    name: 'Trần Văn Hùng',
    groups: ['leadership'],
  });
  return { api, leader };
}
