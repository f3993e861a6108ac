import { SYSTEM } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { asActor } from '../../src/features/accounts/person.queries';
import { Tokens } from '../../src/features/accounts/tokens.service';
import { sha256Hex } from '../../src/platform/hash';
import { describeOnEachDatabase } from '../support/each-database';
import { type TestApp, startApp } from '../support/start-app';

const [OLD, NEW] = ['an.nv@so.example', 'ke-khac@thu.example'];

describeOnEachDatabase('a changed account', (db) => {
  let api: TestApp;
  let persons: PersonService;
  let tokens: Tokens;
  beforeAll(async () => {
    api = await startApp(db);
    [persons, tokens] = [api.app.get(PersonService), api.app.get(Tokens)];
  });
  const add = async (username: string) => {
    const wanted = { username, name: 'Nguyễn Văn An', groups: ['office' as const], email: OLD };
    return (await persons.add(SYSTEM, wanted)).person;
  };

  it('leaves in the audit that its letters go elsewhere, without saying where', async () => {
    const { id, name, groups } = await add('an.nv');
    await persons.edit(SYSTEM, id, { seen: 1, name, groups, email: NEW });
    const events = await db.unitOfWork.reader.sql<{ before: string | null; after: string }[]>`
      SELECT "before", "after" FROM "audit_event" WHERE "subjectId" = ${id} ORDER BY "ordinal"`;
    const read = (text: string | null) => JSON.parse(text ?? '{}').emailSha256;
    expect(events.map((each) => [read(each.before), read(each.after)])).toEqual([
      [undefined, sha256Hex(OLD)],
      [sha256Hex(OLD), sha256Hex(NEW)],
    ]);
    expect(JSON.stringify(events)).not.toContain('example');
  });

  it('gets no token any more once it is closed, also where the request for one was on its way', async () => {
    const person = await add('binh.lt');
    const [closed, made] = await Promise.allSettled([
      persons.disable(SYSTEM, person.id),
      tokens.make(asActor(person), 'cửa sau'),
    ]);
    expect([closed.status, made.status]).toEqual(['fulfilled', 'rejected']);
    await expect(tokens.make(asActor(person))).rejects.toMatchObject({ code: 'account-closed' });
    await persons.enable(SYSTEM, person.id);
    expect(await tokens.list(person.id)).toEqual([]);
  });
});
