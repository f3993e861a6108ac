import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { PersonRow } from '../../src/features/accounts/person.entity';
import { PersonService } from '../../src/features/accounts/person.service';
import { Tokens } from '../../src/features/accounts/tokens.service';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { type Heard, call, form } from '../rules/support/heard';
import { sentenceOf } from '../rules/support/sentence';
import { describeOnEachDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

interface Administrator {
  id: string;
  page: TestAgent;
  api: TestAgent;
}

type Act = (by: Administrator, other: Administrator) => Promise<Heard>;

const office = { name: 'Người khác', groups: ['office'] };
const ACTS: Record<string, Act> = {
  'close on the page': ({ page }, { id }) => form(page, `/quan-tri/tai-khoan/${id}/khoa`),
  'close by the API': ({ api }, { id }) => call(api.post(`${API}/accounts/${id}/disabling`)),
  'take out of the group on the page': ({ page }, { id }) =>
    form(page, `/quan-tri/tai-khoan/${id}`, { ...office, version: 1 }),
  'take out of the group by the API': ({ api }, { id }) =>
    call(api.put(`${API}/accounts/${id}`).set('If-Match', '"v1"').send(office)),
};

/** One administrator alone can only lock themselves out (`own-account`); the last one falls where two act at once. */
describeOnEachDatabase('the last administrator', (db) => {
  let app: TestApp;
  let people = 0;
  beforeAll(async () => {
    app = await startApp(db);
  });

  const administrator = async (): Promise<Administrator> => {
    people += 1;
    const who = { username: `quan-tri-${people}`, groups: ['administrator' as const] };
    const [page, api] = [await app.browser(who), await app.person(who)];
    const { id } = await db.unitOfWork.reader.findOneByOrFail(PersonRow, { username: who.username });
    return { id, page, api };
  };
  const standing = async () =>
    (await db.unitOfWork.reader.find(PersonRow)).filter(
      ({ disabledAt, groups }) => disabledAt === null && groups.includes('administrator'),
    );
  const alone = async (...kept: Administrator[]) => {
    const ids = kept.map(({ id }) => id);
    const others = (await standing()).filter(({ id }) => !ids.includes(id));
    for (const { id } of others) await app.app.get(PersonService).disable(SYSTEM, id);
  };

  it.each(Object.entries(ACTS))('stays where two %s each other', async (_, act) => {
    const [first, second] = [await administrator(), await administrator()];
    await alone(first, second);
    const heard = await together(app, [() => act(first, second), () => act(second, first)]);
    const refused = heard.filter(({ status }) => status >= 400);
    expect(refused).toEqual([
      expect.objectContaining({
        status: 422,
        says: expect.stringMatching(sentenceOf('error.last-administrator')),
      }),
    ]);
    expect(await standing()).toHaveLength(1);
  });

  it.each(['disable', 'edit'] as const)('stays also where the command line would %s it', async (act) => {
    const { id } = await administrator();
    await alone({ id } as Administrator);
    const persons = app.app.get(PersonService);
    const done =
      act === 'disable'
        ? persons.disable(SYSTEM, id)
        : persons.edit(SYSTEM, id, { seen: 1, name: 'Người khác', groups: ['office'] });
    await expect(done).rejects.toMatchObject({ code: 'last-administrator' });
    expect(await standing()).toHaveLength(1);
  });

  it('of whom somebody closes the account has no token made any more', async () => {
    const { id } = await administrator();
    const { username } = await app.app.get(PersonService).disable(SYSTEM, id);
    const made = app.app.get(Tokens).makeForUsername(username);
    await expect(made).rejects.toMatchObject({ code: 'account-closed', params: { person: username } });
  });
});

/** Both have been let in before either has written: the door for writing is held until both stand before it. */
async function together(app: TestApp, acts: (() => Promise<Heard>)[]): Promise<Heard[]> {
  const door = app.app.get(UnitOfWork);
  let open = () => {};
  const held = door.run(SYSTEM, () => new Promise<void>((resolve) => (open = resolve)));
  const arrived = jest.spyOn(door, 'run');
  const answers = Promise.all(acts.map((act) => act()));
  while (arrived.mock.calls.length < acts.length) await new Promise((resolve) => setTimeout(resolve, 5));
  arrived.mockRestore();
  open();
  await held;
  return answers;
}
