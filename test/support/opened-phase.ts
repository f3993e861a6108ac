import type TestAgent from 'supertest/lib/agent';
import { type PlainRound, CAMPAIGN, caseText, nominationsOf } from './cases';

export const API = '/api/v1';
export const PHASE = `${API}/campaigns/${CAMPAIGN}/phases/GD1`;

/** Files the worked plan. */
export async function fileCampaign(agent: TestAgent): Promise<void> {
  await agent
    .post(`${API}/campaigns`)
    .send({ definition: caseText('hung-yen', 'campaign.yaml') })
    .expect(201);
}

/** Files the worked plan and opens its first phase with the worked head. */
export async function openWorkedPhase(agent: TestAgent): Promise<PlainRound> {
  await fileCampaign(agent);
  const round = nominationsOf('hung-yen');
  await agent.post(`${PHASE}/opening`).send({ date: round.date, council: round.council }).expect(201);
  return round;
}

/** As `openWorkedPhase`, with the sixteen worked nominations; gives their ids by code. */
export async function importWorkedCase(agent: TestAgent): Promise<Map<string, string>> {
  await fileCampaign(agent);
  const { body } = (await agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen')).expect(201)) as {
    body: { nominations: { id: string; code: string }[] };
  };
  return new Map(body.nominations.map(({ id, code }) => [code, id]));
}

/** A new proposal on the phase as it stands; gives its id. */
export async function propose(agent: TestAgent): Promise<string> {
  const { body } = (await agent.post(`${PHASE}/proposals`).expect(201)) as { body: { id: string } };
  return body.id;
}
