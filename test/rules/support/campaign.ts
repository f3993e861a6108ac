import { CAMPAIGN, caseText, nominationsOf } from '../../support/cases';
import { API } from '../../support/opened-phase';
import type { OfficeWorld } from './office';

let campaigns = 0;

/** The worked plan under a code of its own; its first phase is open on demand. Gives the code. */
export async function newCampaign(
  { app }: Pick<OfficeWorld, 'app'>,
  edit = (text: string) => text,
): Promise<string> {
  campaigns += 1;
  const code = `phong-trao-${campaigns}`;
  const definition = edit(caseText('hung-yen', 'campaign.yaml')).replace(CAMPAIGN, code);
  await app.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
  return code;
}

export async function openPhaseOf({ app }: OfficeWorld, code: string): Promise<void> {
  const { date, council } = nominationsOf('hung-yen');
  await app.agent.post(`${API}/campaigns/${code}/phases/GD1/opening`).send({ date, council }).expect(201);
}

/** Leadership ends the deciding of an open phase with nothing in it. */
export async function conclude({ app }: OfficeWorld, code: string): Promise<void> {
  await app.agent.post(`${API}/campaigns/${code}/phases/GD1/conclusion`).expect(201);
}
