import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '../../src/domain/access';
import { DemoAccounts, type DemoWorld } from '../../src/features/accounts/demo-accounts';
import { PersonService } from '../../src/features/accounts/person.service';
import { personByUsername } from '../../src/features/accounts/person.queries';
import { describeOnEachDatabase } from '../support/each-database';
import { type TestApp, sendForm, startApp } from '../support/start-app';

const ROUND = readFileSync(join(__dirname, '../../seeds/demo/hung-yen-ha-tang-tiet-kiem.yaml'), 'utf8');
const LOGIN = '/dang-nhap';

describeOnEachDatabase('the demo world', (db) => {
  let api: TestApp;
  let world: DemoWorld;
  beforeAll(async () => {
    api = await startApp(db);
  });

  const fresh = async () => (await import('supertest')).default.agent(api.app.getHttpServer());
  const listed = async () => {
    const { text } = await (await fresh()).get(LOGIN);
    return [...text.matchAll(/name="username" value="(\w+)"/g)].map(([, username]) => username);
  };

  it('is not told of where it was not made', async () => {
    const { text } = await (await fresh()).get(LOGIN);
    expect(await listed()).toEqual([]);
    expect(text).not.toContain('minh-hoa-2026');
  });

  it('has one clear set of people, of units that its cases name', async () => {
    world = await api.app.get(DemoAccounts).make();
    const count = (group: string) =>
      world.accounts.filter(({ groups }) => groups.some((each) => each === group)).length;
    expect(['unit', 'office', 'council', 'leadership', 'administrator'].map(count)).toEqual([2, 2, 5, 2, 1]);
    const units = world.accounts.flatMap(({ unit }) => unit ?? []);
    expect(units.filter((unit) => !ROUND.includes(`unit: ${unit}\n`))).toEqual([]);
    const heads = world.accounts.filter(({ head }) => head).map(({ unit }) => unit);
    expect(heads.filter((unit) => ROUND.includes(`subject: collective\n    name: ${unit}\n`))).toEqual(heads);
    expect(heads).toHaveLength(1);
  });

  it('is told on the login page, and each of its people is one click away', async () => {
    expect(await listed()).toEqual(world.accounts.map(({ username }) => username));
    const agent = await fresh();
    const { text } = await agent.get(LOGIN);
    for (const { about } of world.accounts) expect(text).toContain(about.replaceAll('&', '&amp;'));
    for (const { username } of world.accounts) {
      const { password } = world;
      const { status, headers } = await sendForm(await fresh(), LOGIN, LOGIN, { username, password });
      expect([username, status, headers['location']]).toEqual([username, 303, '/']);
    }
  });

  it('tells no more of somebody who is closed, or whose password is no longer everybody’s', async () => {
    const persons = api.app.get(PersonService);
    const id = async (username: string) => (await personByUsername(db.unitOfWork.reader, username)).id;
    await persons.disable(SYSTEM, await id('donvi2'));
    await persons.reset(SYSTEM, await id('thuky'));
    const left = world.accounts.map(({ username }) => username);
    expect(await listed()).toEqual(left.filter((name) => !['donvi2', 'thuky'].includes(name)));
  });
});
