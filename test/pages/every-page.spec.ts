import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import type TestAgent from 'supertest/lib/agent';
import { type Actor, GROUPS, type Group, type Right, may } from '../../src/domain/access';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { API, PHASE, fileCampaign, propose } from '../support/opened-phase';
import { Web } from '../support/web';
import { type DeclaredRoute, declaredRoutes } from '../security/routes';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const UNIT = 'Phòng Quản lý Công nghệ';
const WIDTHS = [360, 1280];
/** For each group: it looks at every page twice. */
const PATIENCE = 240_000;

/** What axe found on one page: rule and element. */
type Findings = string[];

describe('every page', () => {
  const db = new TestDatabase('sqlite');
  const ids: Record<string, string> = {};
  let web: Web;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    await db.open();
    web = await Web.open(db);
    const { agent } = web.app;
    ids.nomination = await importTiedCase(agent);
    ids.proposal = await propose(agent);
    const choice = { proposal: ids.proposal, nomination: 'TT-01', award: 'BK' };
    ids.decision = (await agent.post(`${PHASE}/decisions`).send(choice).expect(201)).body.id;
    const [first] = await db.unitOfWork.reader.query('SELECT "id" FROM "person"');
    ids.person = first.id;
    ids.session = await plannedSession(agent, ids.nomination, String(first.id));
    const [item] = await db.unitOfWork.reader.query('SELECT "id" FROM "council_item"');
    ids.item = item.id;
    const [unit] = await db.unitOfWork.reader.query('SELECT "id" FROM "unit" ORDER BY "sortKey"');
    ids.unit = unit.id;
    const { body: exported } = await agent.post(`${PHASE}/exports`).send({ kind: 'round' }).expect(202);
    ids.export = exported.id;
    await agent.delete(`${API}/exports/${ids.export}`).expect(200);
    await agent.get(PHASE).expect(200);
    routes = declaredRoutes(web.app.app).filter(({ method, page }) => page && method === 'get');
  });
  afterAll(async () => {
    await web.close();
    await db.close();
  });

  const addressOf = ({ path }: DeclaredRoute): string =>
    path
      .replace(':code', CAMPAIGN)
      .replace(':phase', 'GD1')
      .replace(/(?<=de-nghi\/):id/, ids.nomination ?? '')
      .replace(/(?<=tai-khoan\/):id/, ids.person ?? '')
      .replace(/(?<=hoi-dong\/):id/, ids.session ?? '')
      .replace(/(?<=quan-tri\/don-vi\/):id/, ids.unit ?? '')
      .replace(/(?<=cham-diem\/):nomination/, ids.nomination ?? '')
      .replace(':item', ids.item ?? '')
      .replace(':version', '1')
      .replace(':step', 'return')
      .replace(':unit', ids.unit ?? '')
      .replace(/(?<=thoi-han\/.*):kind/, 'submission')
      .replace(/(?<=xuat-ho-so\/):id/, ids.export ?? '')
      .replace(':proposal', ids.proposal ?? '')
      .replace(':decision', ids.decision ?? '')
      .replace(':award', 'BK')
      .replace(':kind/:subject', 'submission/BK')
      .replace(':template', 'to-trinh')
      .replace(':file', 'none')
      .replace(':nomination', 'TT-01')
      .replace(/dong-hang$/, 'dong-hang?nhom=ca-nhan&hinh-thuc=BK');

  it('has an address without a blank', () => {
    const blanks = routes.map(addressOf).filter((address) => address.includes(':'));
    // Evidence and signed papers are given as files: there is no page to look at.
    expect(blanks.filter((address) => !/(minh-chung\/:id|tep\/:file)$/.test(address))).toEqual([]);
  });

  const has = (group: Group, right: Right) =>
    may({ groups: [group], kind: 'person' } as unknown as Actor, right);

  it.each(GROUPS)(
    'of the group %s passes axe, fits its width and asks nobody else',
    async (group) => {
      const page = await web.visitor({
        username: `truc-${group}`,
        name: 'Trần Thị Ngọc',
        groups: [group],
        unit: UNIT,
      });
      const own = routes.filter(({ access }) => access === 'public' || has(group, access as Right));
      const findings: Findings = [];
      for (const route of own) findings.push(...(await inspected(page, web.address + addressOf(route))));
      await page.browserContext().close();
      expect(own.length).toBeGreaterThan(3);
      expect(findings).toEqual([]);
      expect(web.foreign).toEqual([]);
      expect(web.complaints).toEqual([]);
    },
    PATIENCE,
  );
});

/** The worked case with a tie at a cut; gives the id of TT-01. */
async function importTiedCase(agent: TestAgent): Promise<string> {
  await fileCampaign(agent);
  const { body } = await agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen-tie')).expect(201);
  const { nominations } = body as { nominations: { id: string; code: string }[] };
  return nominations.find(({ code }) => code === 'TT-01')?.id ?? '';
}

/** A session of the council with one seat and one nomination on its agenda. */
async function plannedSession(agent: TestAgent, nomination: string, person: string): Promise<string> {
  const plan = {
    campaign: CAMPAIGN,
    phase: 'GD1',
    title: 'Phiên họp xét khen thưởng',
    place: 'Phòng họp tầng 3',
  };
  const when = { date: '2025-12-15', time: '14:00' };
  const seats = [{ person, role: 'chair' }];
  const { body } = await agent
    .post(`${API}/sessions`)
    .send({ ...plan, ...when, seats })
    .expect(201);
  const { id } = body as { id: string };
  const items = { nominations: [nomination], awards: ['BK'], method: 'open' };
  await agent.post(`${API}/sessions/${id}/items`).send(items).expect(201);
  return id;
}

async function inspected(page: Page, address: string): Promise<Findings> {
  const findings: Findings = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    // A file is given to be kept: there is no page to look at.
    const answer = await page.goto(address).catch(() => null);
    if (!/text\/html/.test(answer?.headers()['content-type'] ?? '')) return [];
    const at = `${width} ${new URL(address).pathname}`;
    findings.push(...(await axe(page)).map((finding) => `${at} ${finding}`));
    const tooWide = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
    if (tooWide > 0) findings.push(`${at} is ${tooWide} pixels too wide`);
  }
  return findings;
}

/** The script is put in by the test, past the policy that keeps everybody else's scripts out. */
async function axe(page: Page): Promise<Findings> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as Audit;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

interface Audit {
  violations: { id: string; nodes: { html: string }[] }[];
}
