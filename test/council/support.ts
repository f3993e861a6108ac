import type TestAgent from 'supertest/lib/agent';
import type { SeatRole } from '../../src/domain/council';
import { CAMPAIGN, type PlainRound, caseText, nominationsOf } from '../support/cases';
import type { TestDatabase } from '../support/each-database';
import { API, PHASE } from '../support/opened-phase';
import { type TestApp, type Who, startApp } from '../support/start-app';

export const SESSIONS = `${API}/sessions`;

const UNIT = 'Thanh tra Sở';
/** In the order of their given names. */
export const MEMBERS = [
  'Trần Văn Bảo',
  'Lê Thị Cúc',
  'Phạm Minh Dũng',
  'Vũ Thị Hà',
  'Đỗ Quang Minh',
] as const;
export const SECRETARY = 'Bùi Thu Nga';

/** A phase with its nominations appraised and no vote counted, an office, five members of the council and its secretary. */
export interface CouncilWorld {
  app: TestApp;
  office: TestAgent;
  /** By name. */
  members: Map<string, Member>;
  /** Ids of nominations by code. */
  nominations: Map<string, string>;
}

export interface Member {
  id: string;
  api: TestAgent;
  page: TestAgent;
}

export interface WorldOptions {
  case?: 'hung-yen' | 'hung-yen-tie';
  campaign?: (text: string) => string;
  round?: (round: PlainRound) => PlainRound;
  /** Beside the five. */
  who?: (name: string) => Partial<Who>;
}

export async function councilWorld(
  db: TestDatabase,
  options: WorldOptions = {},
  started?: TestApp,
): Promise<CouncilWorld> {
  const app = started ?? (await startApp(db));
  const definition = (options.campaign ?? same)(caseText(options.case ?? 'hung-yen', 'campaign.yaml'));
  await app.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
  const round = withoutVotes(nominationsOf(options.case ?? 'hung-yen'));
  const sent = (options.round ?? same)(round);
  const { body } = await app.agent.post(`${PHASE}/imports`).send(sent).expect(201);
  const made = (body as { nominations: { id: string; code: string }[] }).nominations;
  const members = new Map<string, Member>();
  for (const name of [...MEMBERS, SECRETARY])
    members.set(name, await memberOf(app, name, options.who?.(name)));
  return {
    app,
    office: await app.person({ username: 'van-phong', name: 'Hoàng Văn Phúc', groups: ['office'] }),
    members,
    nominations: new Map(made.map(({ id, code }) => [code, id])),
  };
}

async function memberOf(app: TestApp, name: string, more: Partial<Who> = {}): Promise<Member> {
  const who: Who = { username: nameToUsername(name), name, groups: ['council'], unit: UNIT, ...more };
  const [api, page] = [await app.person(who), await app.browser(who)];
  const [row] = await app.unitOfWork.reader.sql<
    { id: string }[]
  >`SELECT "id" FROM "person" WHERE "username" = ${who.username}`;
  return { id: row?.id ?? '', api, page };
}

export function nameToUsername(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, '-');
}

export function planOf(world: CouncilWorld, names: readonly string[] = MEMBERS) {
  const seat = (name: string, role: SeatRole) => ({ person: world.members.get(name)?.id, role });
  return {
    campaign: CAMPAIGN,
    phase: 'GD1',
    title: 'Phiên họp xét khen thưởng giai đoạn 1',
    place: 'Phòng họp tầng 3',
    date: '2025-12-15',
    time: '14:00',
    seats: [
      ...names.map((name, at) => seat(name, at === 0 ? 'chair' : 'member')),
      seat(SECRETARY, 'secretary'),
    ],
  };
}

/** A session as the API shows it. */
export interface SessionBody {
  id: string;
  title: string;
  state: string;
  version: number;
  attendance: object;
  seats: { id: string; name: string; role: string; attendance: string | null }[];
  items: ItemBody[];
}

export interface ItemBody {
  id: string;
  ordinal: number;
  award: string;
  state: string;
  voted: number;
  voters: number;
  mine: boolean;
  recused: string[];
  nominees: { code: string }[];
  result: { tally: Record<string, number>; [key: string]: unknown } | null;
  opinions: object[];
}

export async function sessionOf(agent: TestAgent, id: string): Promise<SessionBody> {
  return (await agent.get(`${SESSIONS}/${id}`).query({ size: 200 }).expect(200)).body as SessionBody;
}

/** Plans a session; gives its id. */
export async function planned(world: CouncilWorld, names?: readonly string[]): Promise<string> {
  const { body } = await world.office.post(SESSIONS).send(planOf(world, names)).expect(201);
  return (body as { id: string }).id;
}

/** Calls the roll: everybody is there but those who are named. */
export async function callRoll(
  { office }: CouncilWorld,
  id: string,
  others: Partial<Record<string, 'absent' | 'written'>> = {},
): Promise<void> {
  const { seats, version } = await sessionOf(office, id);
  const marks = seats.map(({ id: seat, name }) => ({ seat, attendance: others[name] ?? 'present' }));
  await office
    .put(`${SESSIONS}/${id}/attendance`)
    .set('If-Match', `"v${version}"`)
    .send({ marks })
    .expect(200);
}

/** Plans a session with these nominations on its agenda, calls the roll and opens it; gives its id. */
export async function opened(
  world: CouncilWorld,
  {
    codes,
    awards = ['BK'],
    method = 'secret',
    roll = {},
  }: {
    codes: readonly string[];
    awards?: string[];
    method?: string;
    roll?: Partial<Record<string, 'absent' | 'written'>>;
  },
): Promise<string> {
  const id = await planned(world);
  const nominations = codes.map((code) => world.nominations.get(code));
  await world.office.post(`${SESSIONS}/${id}/items`).send({ nominations, awards, method }).expect(201);
  await callRoll(world, id, roll);
  await world.office.post(`${SESSIONS}/${id}/opening`).expect(201);
  return id;
}

export async function openPolls({ office }: CouncilWorld, id: string): Promise<ItemBody[]> {
  const waiting = (await sessionOf(office, id)).items.filter(({ state }) => state === 'waiting');
  const items = waiting.map((item) => item.id);
  await office.post(`${SESSIONS}/${id}/poll-openings`).send({ items }).expect(201);
  return waiting;
}

/** Casts one vote on each question. */
export function cast(agent: TestAgent, id: string, items: readonly ItemBody[], ...marks: string[]) {
  return agent
    .post(`${SESSIONS}/${id}/ballots`)
    .send({ votes: items.map((item) => ({ item: item.id, marks })) });
}

export function closePolls(
  { office }: CouncilWorld,
  id: string,
  items: readonly ItemBody[],
  reason?: string,
) {
  return office
    .post(`${SESSIONS}/${id}/poll-closings`)
    .send({ items: items.map((item) => item.id), ...(reason && { reason }) });
}

export function member(world: CouncilWorld, name: string): Member {
  const found = world.members.get(name);
  if (!found) throw new Error(`no member ${name}`);
  return found;
}

function withoutVotes({ council: _, ...round }: PlainRound): PlainRound {
  const nominations = round.nominations.map(({ ballots: _ballots, ...nomination }) => nomination);
  return { ...round, council: { members: 5, present: 0, written: 0 }, nominations };
}

function same<T>(value: T): T {
  return value;
}
