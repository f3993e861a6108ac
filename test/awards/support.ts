import type TestAgent from 'supertest/lib/agent';
import { nominationsOf } from '../support/cases';
import { API, PHASE, fileCampaign, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';
import type { TestDatabase } from '../support/each-database';

/** The worked case with its tie resolved, and two leaders. */
export interface Leaders {
  api: TestApp;
  /** The whole office in one person. */
  office: TestAgent;
  first: TestAgent;
  second: TestAgent;
  ids: Map<string, string>;
}

export async function startLeaders(db: TestDatabase, started?: TestApp): Promise<Leaders> {
  const api = started ?? (await startApp(db));
  await fileCampaign(api.agent);
  const { body } = await api.agent
    .post(`${PHASE}/imports`)
    .send(nominationsOf('hung-yen-tie-resolved'))
    .expect(201);
  const nominations = (body as { nominations: { id: string; code: string }[] }).nominations;
  return {
    api,
    office: api.agent,
    first: await api.person({ username: 'giam-doc', name: 'Trần Văn Hùng', groups: ['leadership'] }),
    second: await api.person({ username: 'pho-giam-doc', name: 'Lê Thị Hoa', groups: ['leadership'] }),
    ids: new Map(nominations.map(({ id, code }) => [code, id])),
  };
}

export interface Choice {
  nomination: string;
  award: string;
  reason?: string;
}

/** Decides and gives the id of the decision. */
export async function decide(agent: TestAgent, proposal: string, choice: Choice): Promise<string> {
  const { body } = await agent
    .post(`${PHASE}/decisions`)
    .send({ proposal, ...choice })
    .expect(201);
  return (body as { id: string }).id;
}

/** Decided by one leader, confirmed by the other; gives the id of the decision. */
export async function award({ first, second }: Leaders, proposal: string, choice: Choice): Promise<string> {
  const id = await decide(first, proposal, choice);
  await second.post(`${PHASE}/decisions/${id}/confirmation`).expect(201);
  return id;
}

/** All that the proposal gives, awarded. */
export async function awardAll(
  leaders: Leaders,
): Promise<{ proposal: string; decisions: Map<string, string> }> {
  const proposal = await propose(leaders.office);
  const decisions = new Map<string, string>();
  for (const [code, name] of PROPOSED)
    decisions.set(code, await award(leaders, proposal, { nomination: code, award: name }));
  return { proposal, decisions };
}

/** What the proposal of the worked case gives. */
export const PROPOSED: [string, string][] = [
  ['TT-01', 'BK'],
  ['TT-02', 'BK'],
  ['TT-03', 'GK'],
  ['TT-05', 'GK'],
  ['CN-01', 'BK'],
  ['CN-03', 'BK'],
  ['CN-02', 'GK'],
  ['CN-04', 'GK'],
  ['CN-05', 'GK'],
];

export const PAPER = {
  date: '2026-05-12',
  document: '1234/UBND-VX',
  reason: 'Chưa đủ điều kiện theo ý kiến thẩm định của tỉnh',
};

export interface Line {
  id: string;
  nomination: string;
  award: string;
  status: string;
  place: number;
}

/** `TT-01 BK confirmed 1` for each decision of the phase, in the order of the register. */
export async function register(agent: TestAgent): Promise<string[]> {
  const { body } = await agent.get(`${PHASE}/decisions?size=200`).expect(200);
  return (body as { items: Line[] }).items.map(
    ({ nomination, award: name, status, place }) => `${nomination} ${name} ${status} ${place}`,
  );
}

export async function stateOf({ office, ids }: Leaders, code: string): Promise<string> {
  const { body } = await office.get(`${API}/nominations/${ids.get(code)}`).expect(200);
  return (body as { state: string }).state;
}

/** Places given, by award and pool. */
export async function taken(agent: TestAgent): Promise<string[]> {
  const { body } = await agent.get(PHASE).expect(200);
  const quotas = (body as { quotas: { award: string; criteriaSet: string; taken: number }[] }).quotas;
  return quotas.map((line) => `${line.award} ${line.criteriaSet} ${line.taken}`);
}
