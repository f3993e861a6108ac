import { SYSTEM } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { describeOnEachDatabase } from '../support/each-database';
import { PASSWORD, type TestApp, formToken, sendForm, startApp } from '../support/start-app';

const LOGIN = '/dang-nhap';

describeOnEachDatabase('logging in', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
  });

  const fresh = async () => (await import('supertest')).default.agent(api.app.getHttpServer());
  const made = (username: string) =>
    api.app.get(PersonService).add(SYSTEM, { username, name: 'Lê Thị Hòa', groups: ['office'] });
  const logIn = async (username: string, password: string) =>
    sendForm(await fresh(), LOGIN, LOGIN, { username, password });

  it('sets a cookie that scripts and other sites cannot use, with a key that nobody knew before', async () => {
    await made('khoa-moi');
    const agent = await api.browser({ username: 'nguoi-mot', groups: ['office'] });
    const { headers } = await sendForm(agent, LOGIN, LOGIN, { username: 'nguoi-mot', password: PASSWORD });
    const cookies = ([] as string[]).concat(headers['set-cookie'] ?? []);
    const [first] = cookies.filter((cookie) => cookie.startsWith('thidua='));
    expect(first).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await sendForm(agent, LOGIN, LOGIN, { username: 'nguoi-mot', password: PASSWORD });
    const [second] = ([] as string[])
      .concat(again.headers['set-cookie'] ?? [])
      .filter((cookie) => cookie.startsWith('thidua='));
    expect(second).not.toBe(first);
    const rows = JSON.stringify(await db.unitOfWork.reader.query('SELECT * FROM login_session'));
    expect(rows).not.toContain(decodeURIComponent(String(second)).split('=s:')[1]?.split('.')[0]);
  });

  it('behind TLS makes every cookie Secure', async () => {
    const agent = await fresh();
    const page = await agent.get(LOGIN).set('X-Forwarded-Proto', 'https');
    const cookies = ([] as string[]).concat(page.headers['set-cookie'] ?? []);
    const answer = await agent
      .post(LOGIN)
      .set('X-Forwarded-Proto', 'https')
      .set('Cookie', cookies.map((cookie) => cookie.split(';')[0]).join('; '))
      .type('form')
      .send({ _csrf: formToken(page.text), username: 'nguoi-mot', password: PASSWORD });
    const all = [...cookies, ...([] as string[]).concat(answer.headers['set-cookie'] ?? [])];
    expect(answer.status).toBe(303);
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((cookie) => !/; Secure/.test(cookie))).toEqual([]);
  });

  it('says the same to an unknown name, a wrong password and a closed account', async () => {
    const closed = await made('da-khoa');
    await made('dang-mo');
    await api.app.get(PersonService).disable(SYSTEM, closed.person.id);
    const answers = [
      await logIn('khong-co', 'sai-mat-khau'),
      await logIn('dang-mo', 'sai-mat-khau'),
      await logIn('da-khoa', closed.password),
    ];
    const said = answers.map(({ status, text }) => [status, /notice-error">\s*<p>([^<]+)/.exec(text)?.[1]]);
    expect(said).toEqual(Array.from({ length: 3 }, () => [422, 'Tên đăng nhập hoặc mật khẩu không đúng.']));
  });

  it('keeps what was typed, but no password', async () => {
    const { text } = await logIn('Dang-Mo', 'mot-mat-khau-sai');
    expect(text).toContain('value="Dang-Mo"');
    expect(text).not.toContain('mot-mat-khau-sai');
  });

  it('opens with a first password only the page that changes it', async () => {
    const { password } = await made('nguoi-moi');
    const agent = await fresh();
    const opened = await sendForm(agent, LOGIN, LOGIN, { username: 'nguoi-moi', password });
    expect([opened.status, opened.headers['location']]).toEqual([303, '/tai-khoan/mat-khau']);
    const elsewhere = await agent.get('/');
    expect([elsewhere.status, elsewhere.headers['location']]).toEqual([303, '/tai-khoan/mat-khau']);
    const wanted = 'mat-khau-cua-toi';
    const same = await sendForm(agent, '/tai-khoan/mat-khau', '/tai-khoan/mat-khau', {
      old: password,
      wanted,
      again: 'khac',
    });
    expect(same.status).toBe(422);
    const changed = await sendForm(agent, '/tai-khoan/mat-khau', '/tai-khoan/mat-khau', {
      old: password,
      wanted,
      again: wanted,
    });
    expect([changed.status, changed.headers['location']]).toEqual([303, '/']);
    expect((await agent.get('/')).status).toBe(200);
    expect((await logIn('nguoi-moi', password)).status).toBe(422);
    expect((await logIn('nguoi-moi', wanted)).headers['location']).toBe('/');
  });

  it('ends at logout, at a change of password elsewhere, and when the account is closed', async () => {
    const who = { username: 'ba-may', groups: ['office' as const] };
    const machines = [await api.browser(who), await api.browser(who), await api.browser(who)] as const;
    await sendForm(machines[0], '/', '/dang-xuat', {});
    const status = () => Promise.all(machines.map(async (each) => (await each.get('/')).status));
    expect(await status()).toEqual([303, 200, 200]);
    const wanted = 'mat-khau-thu-hai';
    await sendForm(machines[1], '/tai-khoan/mat-khau', '/tai-khoan/mat-khau', {
      old: PASSWORD,
      wanted,
      again: wanted,
    });
    expect(await status()).toEqual([303, 200, 303]);
    const [row] = await db.unitOfWork.reader.query(`SELECT "id" FROM "person" WHERE "username" = 'ba-may'`);
    await api.app.get(PersonService).disable(SYSTEM, row.id);
    expect(await status()).toEqual([303, 303, 303]);
  });

  it('lasts a working day', async () => {
    const agent = await api.browser({ username: 'qua-dem', groups: ['office'] });
    const before = db.clock.now();
    db.clock.set(new Date(Date.parse(before) + 11 * 3_600_000).toISOString());
    expect((await agent.get('/')).status).toBe(200);
    db.clock.set(new Date(Date.parse(before) + 12 * 3_600_000).toISOString());
    expect((await agent.get('/')).status).toBe(303);
    db.clock.set(before);
  });

  it('takes changed rights at the next request', async () => {
    const agent = await api.browser({ username: 'doi-nhom', groups: ['administrator'] });
    expect((await agent.get('/')).text).toContain('/quan-tri/tai-khoan');
    const [row] = await db.unitOfWork.reader.query(`SELECT * FROM "person" WHERE "username" = 'doi-nhom'`);
    const edit = { seen: row.version, name: row.name, groups: ['leadership'] as const };
    await api.app.get(PersonService).edit(SYSTEM, row.id, edit);
    expect((await agent.get('/')).text).not.toContain('/quan-tri/tai-khoan');
  });

  it('goes on to a page of this host alone', async () => {
    const next = async (path: string) => {
      const fields = { username: 'nguoi-mot', password: PASSWORD, next: path };
      return (await sendForm(await fresh(), LOGIN, LOGIN, fields)).headers['location'];
    };
    expect(await next('/phong-trao?a=1')).toBe('/phong-trao?a=1');
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
    ])
      expect([path, await next(path)]).toEqual([path, '/']);
  });

  it('stops after too many wrong passwords for one account, also for many at once', async () => {
    const { password } = await made('bi-do');
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn('bi-do', 'sai-mat-khau')));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(422), count(429)]).toEqual([10, 10]);
    expect((await logIn('bi-do', password)).status).toBe(429);
    expect((await logIn('dang-mo', 'sai-mat-khau')).status).toBe(422);
  });

  it('takes no form without its token, nor with that of another session', async () => {
    const [mine, other] = [await fresh(), await fresh()];
    const fields = { username: 'nguoi-mot', password: PASSWORD };
    expect((await mine.post(LOGIN).type('form').send(fields)).status).toBe(403);
    const { text } = await other.get(LOGIN);
    await mine.get(LOGIN);
    expect(
      (
        await mine
          .post(LOGIN)
          .type('form')
          .send({ ...fields, _csrf: formToken(text) })
      ).status,
    ).toBe(403);
  });

  it('is no way into the API, nor a token into the pages', async () => {
    const agent = await api.browser({ username: 'nguoi-mot', groups: ['office'] });
    expect((await agent.get('/api/v1/units')).status).toBe(401);
    expect((await api.agent.get('/')).status).toBe(303);
  });
});
