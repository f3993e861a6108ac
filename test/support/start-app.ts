import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { AppModule } from '../../src/app.module';
import { setUp } from '../../src/app.setup';
import { type Group, SYSTEM } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { Tokens } from '../../src/features/accounts/tokens.service';
import { unitIds } from '../../src/features/units/unit.queries';
import { UnitService } from '../../src/features/units/unit.service';
import { Clock } from '../../src/platform/clock/clock';
import type { Config } from '../../src/platform/config/config';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { TestDatabase } from './each-database';

/** The real application on a test database. */
export interface TestApp {
  app: NestExpressApplication;
  /** The whole office in one person: sends the bearer token with every request. */
  agent: TestAgent;
  /** Sends none. */
  stranger: TestAgent;
  token: string;
  unitOfWork: UnitOfWork;
  /** Somebody of these groups, for the API: sends a bearer token of their own. */
  person: (who: Who) => Promise<TestAgent>;
  /** A fresh token of somebody, to be kept. */
  tokenOf: (who: Who) => Promise<string>;
  /** The same at a browser: logged in, with cookies. */
  browser: (who: Who) => Promise<TestAgent>;
}

/** Somebody with an account; one username is one person. */
export interface Who {
  username: string;
  groups: Group[];
  name?: string;
  /** Name of the unit; made when it is not there. */
  unit?: string;
  headsUnit?: boolean;
}

export const PASSWORD = 'mat-khau-thu-nghiem';

const EVERYBODY: Who = {
  username: 'toan-quyen',
  name: 'Văn phòng Sở',
  groups: ['office', 'council', 'leadership', 'administrator'],
};

/** Starts it once for a suite, in `beforeAll`; it stops with the database. The clock is the frozen one of `db`; `withNobody` writes nothing to it. */
export async function startApp(
  db: TestDatabase,
  options: { clock?: Clock; config?: Partial<Config>; withNobody?: boolean } = {},
): Promise<TestApp> {
  const module = await Test.createTestingModule({
    imports: [AppModule.with({ ...db.config, ...options.config })],
  })
    .overrideProvider(Clock)
    .useValue(options.clock ?? db.clock)
    .compile();
  const app = setUp(
    module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }),
  );
  await app.init();
  db.onClose(() => app.close());
  const server = app.getHttpServer();
  const token = options.withNobody ? '' : await tokenOf(app, EVERYBODY);
  const bearing = (key: string) => request.agent(server).set('Authorization', `Bearer ${key}`);
  return {
    app,
    agent: bearing(token),
    stranger: request.agent(server),
    token,
    unitOfWork: app.get(UnitOfWork),
    tokenOf: (who) => tokenOf(app, who),
    person: async (who) => bearing(await tokenOf(app, who)),
    browser: async (who) => {
      await known(app, who);
      return logIn(request.agent(server), who.username);
    },
  };
}

/** The token that the forms of a page carry. */
export function formToken(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** Sends a form as a browser does, with the token of the page that it stands on. */
export async function sendForm(agent: TestAgent, page: string, action: string, fields: object) {
  const { text } = await agent.get(page);
  return agent
    .post(action)
    .type('form')
    .send({ _csrf: formToken(text), ...fields });
}

async function logIn(agent: TestAgent, username: string): Promise<TestAgent> {
  await sendForm(agent, '/dang-nhap', '/dang-nhap', { username, password: PASSWORD }).then(({ status }) => {
    if (status !== 303) throw new Error(`${username} cannot log in: ${status}`);
  });
  return agent;
}

async function tokenOf(app: NestExpressApplication, who: Who): Promise<string> {
  const { username } = await known(app, who);
  return (await app.get(Tokens).makeForUsername(username)).token;
}

/** The account of this username, made when it is not there. */
async function known(app: NestExpressApplication, who: Who): Promise<Who> {
  const { reader } = app.get(UnitOfWork);
  const unitId = who.unit === undefined ? null : await unitOf(app, who.unit);
  const [found] = await reader.sql<
    { id: string }[]
  >`SELECT "id" FROM "person" WHERE "username" = ${who.username}`;
  if (found) return who;
  const { name = who.username, groups, headsUnit = false, username } = who;
  const wanted = { username, name, groups, unitId, headsUnit, demoPassword: PASSWORD };
  await app.get(PersonService).add(SYSTEM, wanted);
  return who;
}

async function unitOf(app: NestExpressApplication, name: string): Promise<string> {
  const id = (await unitIds(app.get(UnitOfWork).reader, [name])).get(name);
  return id ?? (await app.get(UnitService).add(SYSTEM, name)).id;
}
