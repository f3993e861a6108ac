import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { PUBLIC } from '../../src/platform/http/requires';
import { SQLITE_FILE } from '../../src/platform/database/sqlite';
import { type DeclaredRoute, declaredRoutes } from '../security/routes';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { type TestApp, type Who, startApp } from '../support/start-app';
import { type ItemBody, MEMBERS, SESSIONS, councilWorld, nameToUsername, openPolls, opened } from './support';

/** What no two answers have in common. */
const BY_ITSELF = new Set(['set-cookie', 'x-request-id', 'date']);
/** Logging in makes random keys. */
const RANDOM = new Set(['login_session']);

const PEOPLE: Who[] = [
  { username: 'van-phong', groups: ['office'] },
  { username: 'lanh-dao', name: 'Vũ Văn Lộc', groups: ['leadership'] },
  { username: 'quan-tri', name: 'Ngô Văn Quý', groups: ['administrator'] },
  { username: 'don-vi', name: 'Lý Thị Sen', groups: ['unit'], unit: 'Phòng Quản lý Khoa học' },
  { username: nameToUsername(MEMBERS[0]), groups: ['council'] },
  { username: nameToUsername(MEMBERS[4]), groups: ['council'] },
  { username: 'uy-vien-khac', name: 'Hồ Văn Tư', groups: ['council'] },
];

/** One of two worlds that were one until the members voted. */
interface World {
  db: TestDatabase;
  app: TestApp;
}

describe('a secret vote before it is closed', () => {
  const source = new TestDatabase('sqlite');
  const tokens = new Map<string, string>();
  let worlds: World[];
  let session: string;
  let items: ItemBody[];
  let nomination: string;

  beforeAll(async () => {
    await source.open();
    const made = await councilWorld(source);
    for (const who of PEOPLE) tokens.set(who.username, await made.app.tokenOf(who));
    for (const name of MEMBERS)
      tokens.set(name, await made.app.tokenOf({ username: nameToUsername(name), groups: ['council'] }));
    session = await opened(made, { codes: ['TT-01', 'CN-01'], awards: ['BK', 'GK'] });
    items = await openPolls(made, session);
    nomination = made.nominations.get('TT-01') ?? '';
    worlds = [await copied(source), await copied(source)];
    // The same four have voted in both, one after the other, and said the contrary.
    const [one, other] = worlds as [World, World];
    await vote(one, ['yes', 'yes', 'no', 'yes']);
    await vote(other, ['no', 'abstain', 'yes', 'no']);
  });
  afterAll(async () => {
    for (const { db } of worlds) await db.close();
    await source.close();
  });

  const bearing =
    ({ app }: World, key = '') =>
    (request: (agent: TestAgent) => ReturnType<TestAgent['get']>) =>
      request(app.stranger).set('Authorization', `Bearer ${tokens.get(key) ?? ''}`);

  async function vote(world: World, marks: string[]): Promise<void> {
    const answers = [];
    for (const [at, mark] of marks.entries()) {
      const votes = items.map((item) => ({ item: item.id, marks: [mark] }));
      const cast = (agent: TestAgent) => agent.post(`${SESSIONS}/${session}/ballots`).send({ votes });
      const { status, text } = await bearing(world, MEMBERS[at])(cast);
      answers.push([status, text]);
    }
    expect(answers).toEqual(marks.map(() => [201, '{"cast":4}']));
  }

  it('leaves two databases that differ in the box alone, down to the order of their rows', () => {
    const [one, other] = worlds.map(({ db }) => dump(db)) as [Dump, Dump];
    const differing = [...one.keys()].filter((table) => one.get(table) !== other.get(table));
    expect([...one.keys()]).toEqual(
      expect.arrayContaining(['council_roll', 'audit_event', 'nomination', 'phase']),
    );
    expect(differing).toEqual(['council_box']);
    expect(one.get('council_roll')?.split('\n')).toHaveLength(16);
    expect([...other.keys()]).toEqual([...one.keys()]);
  });

  it('keeps in the box one row for each question, and in it nothing but counters', () => {
    const [{ db }] = worlds as [World];
    const rows = (dump(db).get('council_box') ?? '').split('\n').map((row) => JSON.parse(row) as object);
    expect(rows).toHaveLength(items.length);
    for (const row of rows)
      expect(row).toEqual({
        rowid: expect.any(Number) as number,
        itemId: expect.any(String) as string,
        counts: '{"yes":3,"no":1,"abstain":0}',
      });
  });

  it('keeps in the roll who voted and nothing else', () => {
    const [{ db }] = worlds as [World];
    const [first = '{}'] = (dump(db).get('council_roll') ?? '').split('\n');
    expect(Object.keys(JSON.parse(first) as object)).toEqual(['rowid', 'itemId', 'seatId']);
  });

  it('is audited as a vote, without what was said or counted', () => {
    const [{ db }] = worlds as [World];
    const events = (dump(db).get('audit_event') ?? '').split('\n').map((row) => JSON.parse(row) as Event);
    const cast = events.filter(({ action }) => action === 'ballot.cast');
    expect(cast.map(({ before, after, subjectId }) => [before, after, subjectId])).toEqual(
      MEMBERS.slice(0, 4).map(() => [null, JSON.stringify({ items: items.map(({ id }) => id) }), session]),
    );
  });

  it.each(PEOPLE.map(({ username }) => username))(
    'is answered the same to %s at every address',
    async (username) => {
      const routes = declaredRoutes((worlds[0] as World).app.app).filter(
        ({ access, method }) => access !== PUBLIC && access !== 'dossier.read' && method === 'get',
      );
      const who = PEOPLE.find((each) => each.username === username) as Who;
      const pages = await Promise.all(worlds.map(({ app }) => app.browser(who)));
      const told: string[] = [];
      const asked = routes.flatMap((route) => [
        route,
        // The same list as a workbook.
        ...(route.page ? [{ ...route, path: `${route.path}?dang=xlsx` }] : []),
      ]);
      for (const route of asked) {
        const answers = [];
        for (const [at, world] of worlds.entries())
          answers.push(await answer(world, pages[at] as TestAgent, username, route));
        if (answers[0] !== answers[1]) told.push(route.path);
      }
      expect(routes.length).toBeGreaterThan(60);
      expect(told).toEqual([]);
    },
  );

  async function answer(
    world: World,
    page: TestAgent,
    username: string,
    { path, page: isPage }: DeclaredRoute,
  ) {
    const url = path
      .replace(':code', CAMPAIGN)
      .replace(':phase', 'GD1')
      .replace(':layer', 'appraisal')
      .replace(':award', 'BK')
      .replace(/(?<=sessions\/|hoi-dong\/):id/, session)
      .replace(':item', items[0]?.id ?? '')
      .replace(':member', encodeURIComponent(MEMBERS[0]))
      .replace(/:\w+/g, nomination);
    const found = isPage ? await page.get(url) : await bearing(world, username)((agent) => agent.get(url));
    const headers = Object.entries(found.headers as Record<string, unknown>).filter(
      ([name]) => !BY_ITSELF.has(name),
    );
    return JSON.stringify([found.status, headers, neutral(found.text ?? '')]);
  }

  it('is counted when it closes: then the worlds are told apart', async () => {
    const results = [];
    for (const world of worlds) {
      const close = (agent: TestAgent) =>
        agent
          .post(`${SESSIONS}/${session}/poll-closings`)
          .send({ items: items.map(({ id }) => id), reason: 'Một thành viên về trước' });
      expect((await bearing(world, 'van-phong')(close)).status).toBe(201);
      const { body } = await bearing(world, MEMBERS[4])((agent) => agent.get(`${SESSIONS}/${session}`));
      results.push((body as { items: ItemBody[] }).items[0]?.result);
      expect(dump(world.db).get('council_box')).toBe('');
    }
    const common = { attendance: { members: 5, present: 5, written: 0 }, eligible: 5, voted: 4 };
    expect(results).toEqual([
      { ...common, tally: { yes: 3, no: 1, abstain: 0 } },
      { ...common, tally: { yes: 1, no: 2, abstain: 1 } },
    ]);
  });
});

interface Event {
  action: string;
  before: string | null;
  after: string | null;
  subjectId: string;
}

/** Rows by table, as they lie in the file. */
type Dump = Map<string, string>;

function dump(db: TestDatabase): Dump {
  const file = new BetterSqlite3(join(db.config.dataDir, SQLITE_FILE), { readonly: true });
  const tables = file
    .prepare("SELECT name, wr AS keyed FROM pragma_table_list WHERE schema = 'main' ORDER BY name")
    .all() as { name: string; keyed: number }[];
  const rowsOf = ({ name, keyed }: { name: string; keyed: number }) =>
    file.prepare(`SELECT ${keyed ? '' : 'rowid, '}* FROM "${name}"`).all();
  const rows = tables
    .filter(({ name }) => !RANDOM.has(name))
    .map((table): [string, string] => [
      table.name,
      rowsOf(table)
        .map((row) => JSON.stringify(row))
        .join('\n'),
    ]);
  file.close();
  return new Map(rows);
}

async function copied(source: TestDatabase): Promise<World> {
  const db = new TestDatabase('sqlite');
  await db.openCopyOf(source);
  return { db, app: await startApp(db, { withNobody: true }) };
}

/** Form tokens are made at random. */
function neutral(text: string): string {
  return text.replace(/name="_csrf" value="[^"]+"/g, 'CSRF');
}
