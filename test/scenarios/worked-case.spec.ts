import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import { evaluate } from '../../src/domain/evaluation';
import { parseYaml } from '../../src/features/campaigns/files/parse-yaml';
import { resultJson } from '../../src/features/awards/result.view';
import { ENGINE } from '../../src/platform/version';
import { CAMPAIGN, CASES, caseText } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { type TestApp, startApp } from '../support/start-app';

/** What the command writes for the same two files. */
function commandResult(name: (typeof CASES)[number]): string {
  const { campaign } = readCampaign(parseYaml(caseText(name, 'campaign.yaml')).plain);
  if (!campaign) throw new Error('the worked plan is sound');
  const { round } = readRound(parseYaml(caseText(name, 'nominations.yaml')).plain, campaign);
  if (!round) throw new Error('the worked nominations are sound');
  return resultJson(campaign, round, evaluate(campaign, round), ENGINE);
}

describe.each(CASES)('the worked case %s', (name) => {
  describeOnEachDatabase('sent through the service', (db) => {
    let api: TestApp;
    beforeAll(async () => {
      api = await startApp(db);
      const definition = caseText(name, 'campaign.yaml');
      await api.agent.post('/api/v1/campaigns').send({ definition }).expect(201);
    });

    it('gives the very bytes that the command writes', async () => {
      const phase = `/api/v1/campaigns/${CAMPAIGN}/phases/GD1`;
      await api.agent
        .post(`${phase}/imports`)
        .type('application/yaml')
        .send(caseText(name, 'nominations.yaml'))
        .expect(201);
      const { body } = (await api.agent.post(`${phase}/proposals`).expect(201)) as { body: { id: string } };
      const { text } = await api.agent.get(`/api/v1/proposals/${body.id}/result`).expect(200);
      expect(text).toBe(commandResult(name));
    });
  });
});
