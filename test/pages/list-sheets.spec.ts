import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { type ListsWorld, listsWorld } from '../support/lists-world';
import { rowsOf, sheetAt } from '../support/sheet-of';
import { LISTS, addressOf } from '../support/lists';

describe('every list as a workbook', () => {
  const db = new TestDatabase('sqlite');
  let world: ListsWorld;
  let everybody: TestAgent;
  let unit: TestAgent;
  beforeAll(async () => {
    await db.open();
    world = await listsWorld(db);
    everybody = await world.api.browser({ username: 'toan-quyen', groups: [] });
    unit = await world.api.browser({ username: 'don-vi', groups: ['unit'] });
  });
  afterAll(() => db.close());

  /** The names in the first column of the tables of a page, or of the one table that is asked for. */
  async function shown(agent: TestAgent, address: string, table = ''): Promise<string[]> {
    const { text } = await agent.get(address).expect(200);
    const tables = [...text.matchAll(/<caption id="([^"]+)">[\s\S]*?<\/table>/g)];
    const wanted = tables.filter(([, id]) => table === '' || id === table).map(([html]) => html);
    const heads = [...wanted.join('').matchAll(/<th scope="row">([\s\S]*?)(?:<span class="sub">|<\/th>)/g)];
    return heads.map(([, html = '']) => plain(html));
  }

  /** The link of a page to one of its lists as a workbook. */
  async function sheetLink(agent: TestAgent, address: string, list = ''): Promise<string> {
    const { text } = await agent.get(address).expect(200);
    const links = [...text.matchAll(/href="([^"]*dang&#x3D;xlsx[^"]*)"/g)].map(([, href = '']) =>
      plain(href),
    );
    const isWanted = (href: string) => (new URLSearchParams(href.split('?')[1]).get('bang') ?? '') === list;
    return links.find(isWanted) ?? 'no link';
  }

  it.each(LISTS)('$name holds the rows of its page', async ({ path, list, column, table, by }) => {
    const agent = by === 'unit' ? unit : everybody;
    const page = addressOf(path, world);
    const rows = rowsOf(await sheetAt(agent, await sheetLink(agent, page, list)));
    const heads = await shown(agent, page, table);
    expect(heads.length).toBeGreaterThan(0);
    expect(rows.map((row) => row[column])).toEqual(heads);
  });

  it('holds the points as numbers that are shown with two decimals', async () => {
    const sheet = await sheetAt(everybody, `/lanh-dao/${CAMPAIGN}/GD1?nhom=ca-nhan&dang=xlsx`);
    expect(sheet.getCell('E3').value).toBe(95);
    expect(sheet.getCell('E3').numFmt).toBe('0.00');
  });

  it('holds what does not fit on the page, and no secret of an account', async () => {
    for (let at = 0; at < 60; at += 1)
      await world.api.tokenOf({
        username: `thanh-vien-${at}`,
        name: `Nguyễn Văn ${at}`,
        groups: ['council'],
      });
    const address = '/quan-tri/tai-khoan?nhom=council&dang=xlsx';
    const sheet = await sheetAt(everybody, address);
    expect((await shown(everybody, '/quan-tri/tai-khoan?nhom=council')).length).toBe(50);
    expect(rowsOf(sheet).length).toBe(62);
    expect(JSON.stringify(sheet.getSheetValues())).not.toMatch(/argon2|thidua_/);
  });
});

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&')
    .trim();
}
