import type TestAgent from 'supertest/lib/agent';
import { GROUPS, type Group } from '../../src/domain/access';
import { TestDatabase } from '../support/each-database';
import { LISTS, addressOf } from '../support/lists';
import { type ListsWorld, listsWorld } from '../support/lists-world';
import { rowsOf, sheetAt } from '../support/sheet-of';

const FOREIGN = 'Đơn vị không có đề nghị nào';

describe('a list as a workbook', () => {
  const db = new TestDatabase('sqlite');
  const people = new Map<Group, TestAgent>();
  let world: ListsWorld;
  beforeAll(async () => {
    await db.open();
    world = await listsWorld(db);
    for (const group of GROUPS) {
      const who = { username: `nhom-${group}`, groups: [group], unit: FOREIGN };
      people.set(group, await world.api.browser(who));
    }
  });
  afterAll(() => db.close());

  const as = (group: Group) => people.get(group) as TestAgent;
  const sheetOf = (address: string) => `${address}${address.includes('?') ? '&' : '?'}dang=xlsx`;

  it.each(GROUPS)('is open to the group %s exactly where its page is', async (group) => {
    const answers = await Promise.all(
      LISTS.map(async ({ name, path, list }) => {
        const address = addressOf(path, world);
        const page = await as(group).get(address);
        const sheet = await as(group).get(sheetOf(address) + (list ? `&bang=${list}` : ''));
        const isSheet = /spreadsheetml/.test(String(sheet.headers['content-type']));
        return [name, page.status, sheet.status, isSheet];
      }),
    );
    const status = new Map(answers.map(([name, page]) => [name, page]));
    expect(answers).toEqual(answers.map(([name, page]) => [name, page, page, page === 200]));
    expect(new Set(status.values()).size).toBeGreaterThan(1);
  });

  it('shows a member of the council no session of others, and a unit nobody else’s nominations', async () => {
    expect(rowsOf(await sheetAt(as('council'), sheetOf('/hoi-dong')))).toEqual([]);
    expect((await as('council').get(sheetOf(`/hoi-dong/${world.session}`))).status).toBe(404);
    expect(rowsOf(await sheetAt(as('unit'), sheetOf('/don-vi')))).toEqual([]);
  });

  it('sends a stranger to the log-in', async () => {
    for (const { path } of LISTS) {
      const { status, headers } = await world.api.stranger.get(sheetOf(addressOf(path, world)));
      expect([status, String(headers.location)]).toEqual([303, expect.stringMatching(/^\/dang-nhap/)]);
    }
  });
});
