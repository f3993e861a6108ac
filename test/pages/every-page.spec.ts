import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { type Actor, GROUPS, type Group, type Right, may } from '../../src/domain/access';
import { TestDatabase } from '../support/each-database';
import { Web } from '../support/web';
import { type WholeWorld, addressIn, wholeWorld } from '../support/whole-world';
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
  let world: WholeWorld;
  let web: Web;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    await db.open();
    web = await Web.open(db);
    world = await wholeWorld(web.app.agent, db);
    routes = declaredRoutes(web.app.app).filter(({ method, page }) => page && method === 'get');
  });
  afterAll(async () => {
    await web.close();
    await db.close();
  });

  const addressOf = (route: DeclaredRoute) => addressIn(world, route);

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
