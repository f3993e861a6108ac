import type { Response } from 'supertest';
import { SYSTEM } from '../../src/domain/access';
import { LoginSession } from '../../src/features/accounts/login-session.entity';
import { hashOf, isPasswordOf } from '../../src/features/accounts/passwords';
import { PersonService } from '../../src/features/accounts/person.service';
import { personByUsername } from '../../src/features/accounts/person.queries';
import { TestDatabase } from '../support/each-database';
import { PASSWORD, type TestApp, formToken, sendForm, startApp } from '../support/start-app';

const LOGIN = '/dang-nhap';
const CHANGE = '/tai-khoan/mat-khau';

describe('an attacker', () => {
  const db = new TestDatabase('sqlite');
  let api: TestApp;
  beforeAll(async () => {
    await db.open();
    api = await startApp(db);
  });
  afterAll(() => db.close());

  const fresh = async () => (await import('supertest')).default.agent(api.app.getHttpServer());
  const sessionOf = (answer: Response) =>
    ([] as string[])
      .concat(answer.headers['set-cookie'] ?? [])
      .find((cookie) => cookie.startsWith('thidua='))
      ?.split(';')[0] ?? '';
  const opens = async (cookie: string) => (await api.stranger.get('/tai-khoan').set('Cookie', cookie)).status;
  const logIn = async (username: string, { password = PASSWORD, from = '192.0.2.1' } = {}) => {
    const agent = await fresh();
    const { text } = await agent.get(LOGIN);
    return agent
      .post(LOGIN)
      .set('X-Forwarded-For', from)
      .type('form')
      .send({ _csrf: formToken(text), username, password });
  };
  const known = (username: string) => api.browser({ username, groups: ['office'] });
  const rowOf = (username: string) => personByUsername(db.unitOfWork.reader, username);

  it('gets nothing out of a session key that was used before a log-in or a log-out', async () => {
    const agent = await known('nan-nhan');
    const first = sessionOf(
      await sendForm(agent, LOGIN, LOGIN, { username: 'nan-nhan', password: PASSWORD }),
    );
    const second = sessionOf(
      await sendForm(agent, LOGIN, LOGIN, { username: 'nan-nhan', password: PASSWORD }),
    );
    expect([await opens(first), await opens(second)]).toEqual([303, 200]);
    await sendForm(agent, '/', '/dang-xuat', {});
    expect(await opens(second)).toBe(303);
  });

  it.each(['', 's%3Aabc', 's%3Aabc.def', 'j%3A%7B%22personId%22%3A1%7D', 'j%3A%5B%5D'])(
    'gets nothing out of made-up cookies “%s”',
    async (value) => {
      const cookies = ['thidua', 'thidua.csrf', 'thidua.flash'].map((name) => `${name}=${value}`).join('; ');
      expect(await opens(cookies)).toBe(303);
      expect((await api.stranger.get(LOGIN).set('Cookie', cookies)).status).toBe(200);
      expect((await api.stranger.post(LOGIN).set('Cookie', cookies).type('form').send({})).status).toBe(403);
    },
  );

  it('does not log in with an old password that was right when the log-in began', async () => {
    await known('dang-doi');
    const { id } = await rowOf('dang-doi');
    const begun = sessionOf(await logIn('dang-doi'));
    expect(await opens(begun)).toBe(200);
    const rows = await db.unitOfWork.reader.findBy(LoginSession, { personId: id });
    await api.app.get(PersonService).reset(SYSTEM, id);
    // The row of a log-in that was still on its way comes after the reset has removed all others.
    await db.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(LoginSession, rows));
    expect(rows).toHaveLength(2);
    expect(await opens(begun)).toBe(303);
  });

  it('is stopped at one address whatever the account, and stops nobody at another', async () => {
    const tries = async (count: number, from: string) => {
      const statuses: number[] = [];
      for (let n = 0; n < count; n += 1)
        statuses.push((await logIn(`khong-co-${from}-${n}`, { password: 'sai-mat-khau', from })).status);
      return statuses;
    };
    const statuses = await tries(51, '198.51.100.7');
    expect([statuses.indexOf(429), statuses.filter((status) => status === 422).length]).toEqual([50, 50]);
    expect(await tries(1, '198.51.100.8')).toEqual([422]);
  });

  it('at somebody’s open browser does not guess the old password for long', async () => {
    const agent = await known('bo-quen');
    const guess = (old: string) =>
      sendForm(agent, CHANGE, CHANGE, { old, wanted: 'mat-khau-ke-gian', again: 'mat-khau-ke-gian' });
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await guess(`doan-mo-${n}`)).status);
    expect(statuses.slice(0, 10).every((status) => status === 422)).toBe(true);
    expect(statuses[10]).toBe(429);
    expect((await guess(PASSWORD)).status).toBe(429);
    expect((await logIn('bo-quen')).status).toBe(429);
    await api.app.get(PersonService).reset(SYSTEM, (await rowOf('bo-quen')).id);
    expect((await logIn('bo-quen')).status).toBe(422);
  });

  it('sends no form with the token of another session, nor as JSON', async () => {
    const [mine, other] = [await known('cua-toi'), await known('cua-nguoi')];
    const theirs = formToken((await other.get('/tai-khoan')).text);
    await mine.get('/tai-khoan');
    const form = { _csrf: theirs, name: 'Lén' };
    expect((await mine.post('/tai-khoan/ma-truy-cap').type('form').send(form)).status).toBe(403);
    expect((await mine.post('/tai-khoan/ma-truy-cap').send(form)).status).toBe(415);
  });

  it('learns nothing by HEAD that GET would not tell', async () => {
    const agent = await known('van-phong');
    for (const path of ['/tai-khoan', '/quan-tri/tai-khoan', '/quan-tri/tai-khoan/khong-co'])
      for (const visitor of [api.stranger, agent]) {
        const [head, get] = [await visitor.head(path), await visitor.get(path)];
        expect([path, head.status]).toEqual([path, get.status]);
      }
  });

  it('finds no secret in the audit', async () => {
    const agent = await known('kin-dao');
    const made = await sendForm(agent, '/tai-khoan', '/tai-khoan/ma-truy-cap', { name: 'Máy' });
    const [token = ''] = /thidua_[\w-]{43}/.exec(made.text) ?? [];
    const { password } = await api.app.get(PersonService).reset(SYSTEM, (await rowOf('kin-dao')).id);
    const { passwordHash } = await rowOf('kin-dao');
    const audit = JSON.stringify(await db.unitOfWork.reader.query('SELECT * FROM "audit_event"'));
    expect(token).not.toBe('');
    for (const secret of [token, password, PASSWORD, passwordHash, '$argon2', 'example.vn'])
      expect([secret, audit.includes(secret)]).toEqual([secret, false]);
  });
});

describe('a password', () => {
  it('is kept as argon2id with its own salt', async () => {
    const [one, two] = [await hashOf('mat-khau-mot'), await hashOf('mat-khau-mot')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
  });

  it('is all that was typed, up to the longest, however it was composed', async () => {
    const longest = '😀'.repeat(200);
    const hash = await hashOf(longest);
    expect(await isPasswordOf(hash, longest)).toBe(true);
    expect(await isPasswordOf(hash, `${longest}x`)).toBe(false);
    expect(await isPasswordOf(hash, '😀'.repeat(199))).toBe(false);
    expect(await isPasswordOf(await hashOf('mật khẩu'.normalize('NFD')), 'mật khẩu'.normalize('NFC'))).toBe(
      true,
    );
    expect(await isPasswordOf(undefined, longest)).toBe(false);
  });

  it('of nobody is asked for at the same cost as somebody’s', async () => {
    const hash = await hashOf('mat-khau-that');
    const [nobodys, somebodys]: [number[], number[]] = [[], []];
    const timed = async (stored: string | undefined) => {
      const begun = performance.now();
      await isPasswordOf(stored, 'sai-mat-khau');
      return performance.now() - begun;
    };
    await timed(undefined);
    // In turns, so that whatever else the host does falls on both.
    for (let n = 0; n < 20; n += 1) {
      nobodys.push(await timed(undefined));
      somebodys.push(await timed(hash));
    }
    expect(medianOf(nobodys) / medianOf(somebodys)).toBeGreaterThan(0.4);
    expect(medianOf(nobodys) / medianOf(somebodys)).toBeLessThan(2.5);
  });
});

/** What a busy host adds to one of them counts for nothing. */
function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
