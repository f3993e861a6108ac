import { CAMPAIGN, caseText, nominationsOf } from '../../support/cases';
import type { TestDatabase } from '../../support/each-database';
import { API } from '../../support/opened-phase';
import { type TestApp, startApp } from '../../support/start-app';
import { type Heard, call, form } from './heard';
import { type Doors, doors } from './office';
import type { World } from './rule';

/** Two leaders and an office, for rounds that are made anew for every breach. */
export interface LeaderWorld extends World {
  app: TestApp;
  office: Doors;
  first: Doors;
  second: Doors;
}

export async function leaderWorld(db: TestDatabase): Promise<LeaderWorld> {
  const app = await startApp(db);
  return {
    db,
    app,
    office: await doors(app, ['office'], 'Văn phòng Sở'),
    first: await doors(app, ['leadership'], 'Ban Giám đốc'),
    second: await doors(app, ['leadership'], 'Ban Giám đốc'),
  };
}

/** The worked round with its tie resolved, under a plan of its own. */
export interface Round {
  /** Of the API. */
  base: string;
  /** Of the pages of leadership. */
  pages: string;
  /** The newest proposal. */
  proposal: string;
  /** Ids by code. */
  ids: Map<string, string>;
}

let rounds = 0;

export async function newRound({ app }: LeaderWorld, edit = (text: string) => text): Promise<Round> {
  rounds += 1;
  const code = `vong-${rounds}`;
  const definition = edit(caseText('hung-yen', 'campaign.yaml')).replace(CAMPAIGN, code);
  await app.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
  const base = `${API}/campaigns/${code}/phases/GD1`;
  const document = { ...nominationsOf('hung-yen-tie-resolved'), campaign: code };
  const { body } = await app.agent.post(`${base}/imports`).send(document).expect(201);
  const { nominations } = body as { nominations: { id: string; code: string }[] };
  const ids = new Map(nominations.map((each) => [each.code, each.id]));
  return { base, pages: `/lanh-dao/${code}/GD1`, ids, proposal: await propose(app, base) };
}

export async function propose({ agent }: TestApp, base: string): Promise<string> {
  const { body } = await agent.post(`${base}/proposals`).expect(201);
  return (body as { id: string }).id;
}

/** Whom somebody gives which award, and why. */
export interface Choice {
  round: Round;
  by: Doors;
  nomination: string;
  award: string;
  reason?: string;
}

const fieldsOf = ({ round: { proposal }, nomination, award, reason }: Choice) => ({
  proposal,
  nomination,
  award,
  reason,
});

export function decideByApi(choice: Choice): Promise<Heard> {
  return call(choice.by.api.post(`${choice.round.base}/decisions`).send(fieldsOf(choice)));
}

/** The form for one decision, with a reason. */
export function decideOnPage(choice: Choice): Promise<Heard> {
  return form(choice.by.page, `${choice.round.pages}/quyet-dinh/khac`, fieldsOf(choice));
}

/** Ticked in the list of what is proposed, with as many as one likes. */
export function decideTicked({ round, by, nomination, award }: Choice): Promise<Heard> {
  const fields = { proposal: round.proposal, award, pool: '', chon: nomination };
  return form(by.page, `${round.pages}/quyet-dinh`, fields);
}

/** Decides and gives the id of the decision. */
export async function decided(choice: Choice): Promise<string> {
  const sending = choice.by.api.post(`${choice.round.base}/decisions`);
  const { body } = await sending.send(fieldsOf(choice)).expect(201);
  return (body as { id: string }).id;
}

/** Decided by the one, confirmed by the other. */
export async function awarded({ first, second }: LeaderWorld, choice: Omit<Choice, 'by'>): Promise<string> {
  const id = await decided({ ...choice, by: first });
  await second.api.post(`${choice.round.base}/decisions/${id}/confirmation`).expect(201);
  return id;
}

export async function takeBack({ first }: LeaderWorld, { base }: Round, id: string): Promise<void> {
  await first.api.post(`${base}/decisions/${id}/retraction`).send({ reason: 'Ghi nhầm' }).expect(201);
}

/** `CN-01 BK proposed` for each decision of the nomination. */
export async function decisionsOf({ app }: LeaderWorld, { base }: Round, code: string): Promise<string[]> {
  const { body } = await app.agent.get(`${base}/decisions?size=200`).expect(200);
  const { items } = body as { items: { nomination: string; award: string; status: string }[] };
  const own = items.filter(({ nomination }) => nomination === code);
  return own.map(({ nomination, award, status }) => `${nomination} ${award} ${status}`);
}
