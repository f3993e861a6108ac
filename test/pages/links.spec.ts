import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { type Actor, GROUPS, type Group, may } from '../../src/domain/access';
import { PUBLIC } from '../../src/platform/http/requires';
import { drafted, sendFiles } from '../evidence/support/form';
import { type DeclaredRoute, declaredRoutes } from '../security/routes';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import { type PageForm, partsOf } from '../support/page-parts';
import { type TestApp, startApp } from '../support/start-app';
import { type WholeWorld, addressIn, wholeWorld } from '../support/whole-world';

/** A phase that is over, and the page that tells of it. */
const PUBLISHED = `${API}/campaigns/${CAMPAIGN}/phases/GD2`;
const RESULTS = `/phong-trao/${CAMPAIGN}/GD2/ket-qua`;
const UNIT = 'Phòng Quản lý Công nghệ';
/** Pages of one kind that are looked at, beside the first of each state that a nomination may be in. */
const ENOUGH = 25;
const PATIENCE = 300_000;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What is printed or written anew for every asker is asked for once a kind. */
const isFile = (address: string) => /\.(pdf|zip)|dang=/.test(address);
const kindOf = (address: string) =>
  address.replace(ID, '*').replace(isFile(address) ? /=(?!docx|xlsx)[^&]*/g : /\?.*/, '');

describe('what a page leads to', () => {
  const db = new TestDatabase('sqlite');
  let app: TestApp;
  let world: WholeWorld;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    await db.open();
    app = await startApp(db);
    for (const group of GROUPS) await visitor(group);
    world = await wholeWorld(app.agent, db, 'truc-council');
    routes = declaredRoutes(app.app).filter(({ page }) => page);
    await unitAtWork();
    await publishedPhase();
  }, PATIENCE);
  afterAll(() => db.close());

  const visitor = (group: Group) => app.browser({ username: `truc-${group}`, groups: [group], unit: UNIT });

  /** A draft, a nomination that was returned and one that was sent, the last two with the same file. */
  async function unitAtWork(): Promise<void> {
    const who = { username: 'don-vi', groups: ['unit' as const], unit: UNIT };
    const [browser, api] = [await app.browser(who), await app.person(who)];
    await drafted(api, 'TT-21');
    for (const code of ['TT-22', 'TT-23']) {
      const id = await drafted(api, code, UNIT);
      const content = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
      await sendFiles(browser, id, [{ name: 'bao-cao.pdf', content }]);
      await api.post(`${API}/nominations/${id}/submission`).expect(201);
      if (code === 'TT-22')
        await app.agent.post(`${API}/nominations/${id}/return`).send({ reason: 'Bổ sung' }).expect(201);
    }
  }

  /** The second phase of the plan, with one award of each pool, concluded and published. */
  async function publishedPhase(): Promise<void> {
    const second = await app.person({ username: 'pho-giam-doc', groups: ['leadership'] });
    await app.agent
      .post(`${PUBLISHED}/imports`)
      .send({ ...nominationsOf('hung-yen'), phase: 'GD2' })
      .expect(201);
    const { body: proposal } = await app.agent.post(`${PUBLISHED}/proposals`).expect(201);
    for (const nomination of ['TT-01', 'CN-01']) {
      const choice = { proposal: proposal.id, nomination, award: 'BK' };
      const { body } = await app.agent.post(`${PUBLISHED}/decisions`).send(choice).expect(201);
      await second.post(`${PUBLISHED}/decisions/${body.id}/confirmation`).expect(201);
    }
    await app.agent.post(`${PUBLISHED}/conclusion`).expect(201);
    await app.agent.post(`${PUBLISHED}/publication`).expect(201);
  }

  it.each(GROUPS)(
    'is open to the group %s, with scripts and without',
    async (group) => {
      const agent = await visitor(group);
      const starts = routes
        .filter(({ method, access }) => method === 'get' && isOpen(access, group))
        .map((route) => addressIn(world, route))
        .filter((address) => !address.includes(':'));
      const { asked, faults } = await walk(agent, group, ['/', ...starts]);
      expect(asked.size).toBeGreaterThan(20);
      expect(asked).toContain(RESULTS);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  /** Follows every link from page to page; gives the addresses that were asked for, and what was wrong with any. */
  async function walk(agent: TestAgent, group: Group, starts: readonly string[]) {
    const faults = new Set<string>();
    const counts = new Map<string, number>();
    const known = new Set<string>();
    const queue: { address: string; from: string }[] = [];
    const add = (address: string, from: string) => {
      const kind = kindOf(address);
      const count = counts.get(kind) ?? 0;
      if (known.has(address) || count >= (isFile(address) ? 1 : ENOUGH)) return;
      known.add(address);
      counts.set(kind, count + 1);
      queue.push({ address, from });
    };
    starts.forEach((address) => add(address, 'itself'));
    for (const at of queue) {
      const answer = await agent.get(at.address);
      if (answer.status >= 400 && at.from !== 'itself')
        faults.add(`${at.from} → ${at.address}: ${answer.status}`);
      for (const link of linksOf(answer, at.address, group, faults)) add(link, kindOf(at.address));
    }
    return { asked: known, faults: [...faults].sort() };
  }

  function linksOf(answer: Response, address: string, group: Group, faults: Set<string>): string[] {
    if (answer.status >= 300 && answer.status < 400) return [answer.headers['location'] ?? '/'];
    if (!/text\/html/.test(answer.headers['content-type'] ?? '')) return [];
    const { links, forms, onlyByScript } = partsOf(answer.text, address);
    onlyByScript.forEach((each) => faults.add(`${kindOf(address)}: ${each} needs a script`));
    forms.forEach((form) =>
      faultsOf(form, group).forEach((fault) => faults.add(`${kindOf(address)}: ${fault}`)),
    );
    return links
      .map((link) => new URL(link, `http://here${address}`))
      .filter(({ host }) => host === 'here')
      .map(({ pathname, search }) => pathname + search);
  }

  /** A form that its group may not send, and one that a script would send otherwise than the browser. */
  function faultsOf({ method, action, byScript }: PageForm, group: Group): string[] {
    const path = action.replace(/[?#].*/, '');
    const route = routes.find((each) => each.method === method && matches(each.path, path));
    return [
      ...(isOpen(route?.access, group)
        ? []
        : [`${method} ${kindOf(path)} is ${route ? 'not open to it' : 'no route'}`]),
      ...byScript
        .filter((each) => each !== `${method} ${action}`)
        .map((each) => `${each} instead of ${method} ${action}`),
    ];
  }
});

function isOpen(access: DeclaredRoute['access'], group: Group): boolean {
  if (access === undefined || access === PUBLIC) return access === PUBLIC;
  return may({ groups: [group], kind: 'person' } as unknown as Actor, access);
}

function matches(declared: string, path: string): boolean {
  return new RegExp(`^${declared.replace(/:\w+/g, '[^/]+')}$`).test(path);
}
