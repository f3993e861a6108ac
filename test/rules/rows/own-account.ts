import type TestAgent from 'supertest/lib/agent';
import { PASSWORD } from '../../support/start-app';
import { form } from '../support/heard';
import { type OfficeWorld, doors, newCode } from '../support/office';
import { type Rule, rule } from '../support/rule';

type About = Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>;

const AT_THE_BROWSER = 'a token makes no other key: passwords and tokens are changed at the browser';
const ALONE = { api: AT_THE_BROWSER, bulk: 'everybody has one account', import: 'no list brings accounts' };

interface Person {
  username: string;
  page: TestAgent;
}

async function someone({ app }: OfficeWorld): Promise<Person> {
  const username = `rieng.${newCode().toLowerCase()}`;
  return { username, page: (await doors(app, ['office'], 'Văn phòng Sở', { username })).page };
}

interface Change extends Person {
  old: string;
  wanted: string;
  again: string;
}

const NEW = 'mat-khau-moi-cua-toi';
const RIGHT = { old: PASSWORD, wanted: NEW, again: NEW };

const change = ({ page, username: _, ...sent }: Change) => form(page, '/tai-khoan/mat-khau', sent);

function password(
  about: About,
  wrong: (person: Person) => Partial<Change>,
  prepare: (person: Person) => Promise<unknown> = () => Promise.resolve(),
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Change>({
    ...about,
    broken: async (world) => {
      const person = await someone(world);
      await prepare(person);
      return { ...person, ...RIGHT, ...wrong(person) };
    },
    kept: async (world) => ({ ...(await someone(world)), ...RIGHT }),
    paths: { page: (_, sent) => change(sent), ...ALONE },
    effect: ({ db }, { username }) => changesOf(db, username),
    written: 1,
  });
}

/** How often the person has changed the password. */
async function changesOf({ unitOfWork }: OfficeWorld['db'], username: string): Promise<number> {
  const rows = await unitOfWork.reader.sql<object[]>`
    SELECT "action" FROM "audit_event" WHERE "action" = 'person.change-password'
    AND "subjectId" = (SELECT "id" FROM "person" WHERE "username" = ${username})`;
  return rows.length;
}

const twice = (wanted: string) => ({ wanted, again: wanted });

const PASSWORDS: Rule<OfficeWorld>[] = [
  password({ rule: 'who changes a password knows it', says: 'error.wrong-password', beside: 'old' }, () => ({
    old: 'khong-phai-mat-khau',
  })),
  password({ rule: 'a changed password is another', says: 'error.password-same', beside: 'wanted' }, () =>
    twice(PASSWORD),
  ),
  password(
    { rule: 'a new password is typed twice', says: 'error.password-differs', beside: 'again' },
    () => ({
      again: 'mat-khau-khac',
    }),
  ),
  password({ rule: 'a password is not short', says: 'error.password-too-short', beside: 'wanted' }, () =>
    twice('ngan'),
  ),
  password({ rule: 'a password is no book', says: 'error.password-too-long', beside: 'wanted' }, () =>
    twice('dài '.repeat(60)),
  ),
  password(
    { rule: 'a password is not the name', says: 'error.password-is-name', beside: 'wanted' },
    ({ username }) => twice(`xin-chao-${username}`),
  ),
  password(
    { rule: 'nobody tries passwords without end', says: 'error.too-many-logins' },
    () => ({}),
    async (person) => {
      for (let tries = 0; tries < 10; tries += 1) await change({ ...person, ...RIGHT, old: 'sai-mat-khau' });
    },
  ),
];

const MOST_TOKENS = 20;

/** Of the tokens that somebody has, without the one that `doors` gave. */
async function tokensOf({ db }: OfficeWorld, { username }: Person): Promise<{ id: string }[]> {
  return db.unitOfWork.reader.sql<{ id: string }[]>`
    SELECT "id" FROM "access_token" WHERE "name" = 'Phần mềm'
    AND "personId" = (SELECT "id" FROM "person" WHERE "username" = ${username})`;
}

const makeToken = ({ page }: Person) => form(page, '/tai-khoan/ma-truy-cap', { name: 'Phần mềm' });

const TOKENS: Rule<OfficeWorld>[] = [
  rule<OfficeWorld, Person>({
    rule: 'nobody has more tokens than anybody keeps an eye on',
    says: 'error.too-many-tokens',
    broken: async (world) => {
      const person = await someone(world);
      for (let made = 1; made < MOST_TOKENS; made += 1) await makeToken(person);
      return person;
    },
    kept: someone,
    paths: { page: (_, person) => makeToken(person), ...ALONE },
    effect: async (world, person) => (await tokensOf(world, person)).length,
    written: 1,
  }),
  rule<OfficeWorld, Person & { token: string }>({
    rule: 'nobody takes back another’s token',
    says: 'error.token-not-found',
    broken: async (world) => {
      const other = await someone(world);
      await makeToken(other);
      const [token] = await tokensOf(world, other);
      return { ...(await someone(world)), token: token?.id ?? '' };
    },
    kept: async (world) => {
      const person = await someone(world);
      await makeToken(person);
      const [token] = await tokensOf(world, person);
      return { ...person, token: token?.id ?? '' };
    },
    paths: {
      page: (_, { page, token }) => form(page, `/tai-khoan/ma-truy-cap/${token}/thu-hoi`),
      ...ALONE,
    },
    effect: (world, person) => tokensOf(world, person),
    written: [],
  }),
];

export const OWN_ACCOUNT: Rule<OfficeWorld>[] = [...PASSWORDS, ...TOKENS];
