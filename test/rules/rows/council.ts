import type TestAgent from 'supertest/lib/agent';
import {
  type CouncilWorld,
  type Member,
  MEMBERS,
  SECRETARY,
  SESSIONS,
  callRoll,
  member,
  openPolls,
  opened,
  planned,
  sessionOf,
} from '../../council/support';
import { API } from '../../support/opened-phase';
import { type Heard, call, form } from '../support/heard';
import { type Rule, type World, rule } from '../support/rule';

/** The council, and the office at its browser. */
export interface Council extends CouncilWorld, World {
  officePage: TestAgent;
}

/** The second member is the nominee CN-05 himself. */
export const NEAR = 'Đỗ Minh Châu';

export const ONE_BY_ONE = 'sheets and sessions are handled one by one';
export const NO_LIST = 'a list holds what the office has on paper from before; it is of no session';

/** A member’s sheet on one nomination. */
interface Sheet {
  session: string;
  by: Member;
  name: string;
  code: string;
  points: Record<string, string>;
  recused?: boolean;
  seen?: number;
}

const FULL = { '1': '28', '2': '25', '3': '20.5', '4': '15' };

function sheet(
  about: Pick<Rule<Council>, 'rule' | 'says' | 'beside'>,
  broken: (world: Council) => Partial<Sheet> & { name: string },
  kept: Partial<Sheet>,
  written: string,
): Rule<Council> {
  return rule<Council, Sheet>({
    ...about,
    broken: async (world) => {
      const session = await planned(world);
      const nominations = ['CN-01', 'CN-05'].map((code) => world.nominations.get(code));
      const items = { nominations, awards: ['BK'], method: 'secret' };
      await world.office.post(`${SESSIONS}/${session}/items`).send(items).expect(201);
      const own = broken(world);
      return { session, code: 'CN-01', points: FULL, by: member(world, own.name), ...own };
    },
    kept: async (world, sent) => {
      const next = { ...sent, ...kept };
      const by = member(world, next.name);
      const seen = Number((await stored(world, { ...next, by }))['version'] ?? 0);
      return { ...next, by, seen };
    },
    paths: {
      page: (world, sent) => sheetOnPage(world, sent),
      api: (world, { by, name, code, points, recused = false, seen = 0 }) => {
        const url = addressOf(world, { name, code });
        return call(
          by.api
            .put(url)
            .set('If-Match', `"v${seen}"`)
            .send({ points: recused ? {} : points, recused }),
        );
      },
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async (world, sent) => {
      const { recused, points } = await stored(world, sent);
      return recused ? 'recused' : (points as Record<string, string>)['1'];
    },
    written,
  });
}

function sheetOnPage(
  world: Council,
  { session, by, code, points, recused, seen = 0 }: Sheet,
): Promise<Heard> {
  const typed = Object.values(points).map((text, at) => [`diem-${at}`, text.replace('.', ',')]);
  const fields = { ...Object.fromEntries(typed), version: seen, viec: recused ? 'khong-cham' : 'cham' };
  return form(by.page, `/hoi-dong/${session}/cham-diem/${world.nominations.get(code)}`, fields);
}

async function stored(world: Council, { name, code }: Sheet): Promise<Record<string, unknown>> {
  return (await world.app.agent.get(addressOf(world, { name, code }))).body as Record<string, unknown>;
}

function addressOf({ nominations }: Council, { name, code }: Pick<Sheet, 'name' | 'code'>): string {
  const member = encodeURIComponent(name === MEMBERS[1] ? NEAR : name);
  return `${API}/nominations/${nominations.get(code)}/council-sheets/${member}`;
}

export const SHEETS: Rule<Council>[] = [
  sheet(
    { rule: 'nobody scores a nomination that they are too near to', says: 'error.member-recused' },
    () => ({ name: MEMBERS[1], code: 'CN-05' }),
    { recused: true },
    'recused',
  ),
  sheet(
    {
      rule: 'a member gives no more than the most of a criterion',
      says: 'finding.above-max',
      beside: 'diem-0',
    },
    () => ({ name: MEMBERS[0], points: { ...FULL, '1': '31' } }),
    { points: { ...FULL, '1': '27.5' } },
    '27.5',
  ),
  sheet(
    { rule: 'a member’s points are numbers', says: 'finding.not-a-number', beside: 'diem-0' },
    () => ({ name: MEMBERS[2], points: { ...FULL, '1': 'cao' } }),
    { points: { ...FULL, '1': '27.5' } },
    '27.5',
  ),
  sheet(
    { rule: 'nobody writes over a sheet that has changed meanwhile', says: 'error.stale-edit' },
    () => ({ name: MEMBERS[3], seen: 99 }),
    { points: { ...FULL, '1': '26.5' } },
    '26.5',
  ),
  sheet(
    { rule: 'the secretary has no sheet', says: 'error.seat-without-vote' },
    () => ({ name: SECRETARY }),
    { name: MEMBERS[4], points: { ...FULL, '1': '25.5' } },
    '25.5',
  ),
];

type Act = 'open' | 'close';
const ACTS = { open: ['khai-mac', 'opening'], close: ['be-mac', 'closing'] } as const;

/** A session is opened or closed. */
function session(
  act: Act,
  about: Pick<Rule<Council>, 'rule' | 'says' | 'beside'>,
  broken: (world: Council) => Promise<string>,
  kept: (world: Council, id: string) => Promise<string>,
): Rule<Council> {
  const [page, route] = ACTS[act];
  return rule<Council, string>({
    ...about,
    broken,
    kept,
    paths: {
      page: ({ officePage }, id) => form(officePage, `/hoi-dong/${id}/${page}`),
      api: ({ office }, id) => call(office.post(`${SESSIONS}/${id}/${route}`)),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async ({ office }, id) => (await sessionOf(office, id)).state,
    written: act === 'open' ? 'open' : 'closed',
  });
}

async function withRoll(world: Council): Promise<string> {
  const id = await planned(world);
  await callRoll(world, id);
  return id;
}

const inSession = (world: Council) => opened(world, { codes: ['CN-01'] });

export const MEETINGS: Rule<Council>[] = [
  session(
    'open',
    { rule: 'a session opens when the roll has been called', says: 'error.roll-not-called' },
    (world) => planned(world),
    async (world, id) => {
      await callRoll(world, id);
      return id;
    },
  ),
  session('open', { rule: 'a session opens once', says: 'error.session-not-planned' }, inSession, withRoll),
  session(
    'close',
    { rule: 'a session that is not open does not close', says: 'error.session-not-open' },
    withRoll,
    inSession,
  ),
  session(
    'close',
    { rule: 'a session closes when no ballot is under way', says: 'error.ballot-under-way' },
    async (world) => {
      const id = await inSession(world);
      await openPolls(world, id);
      return id;
    },
    inSession,
  ),
];
