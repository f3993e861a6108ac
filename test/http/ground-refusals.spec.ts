import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { describeOnEachDatabase } from '../support/each-database';
import { plainText } from '../support/plain-text';
import { PASSWORD, type TestApp, sendForm, startApp } from '../support/start-app';
import { sentenceOf } from '../rules/support/sentence';

const TOKENS = '/tai-khoan/ma-truy-cap';

describeOnEachDatabase('before any rule is asked', (db) => {
  let api: TestApp;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    office = await api.browser({ username: 'van-phong', groups: ['office'] });
  });

  const said = async (answer: PromiseLike<request.Response>) => {
    const { status, text } = await answer;
    return [status, plainText(text)];
  };
  const refusal = (status: number, code: string) => [
    status,
    expect.stringMatching(sentenceOf(`error.${code}`)),
  ];

  it('an address with control characters is none, for a program and on a page', async () => {
    const { status, body } = await api.agent.get('/api/v1/units?q=%01');
    expect([status, body]).toMatchObject([400, { code: 'malformed-request' }]);
    expect(await said(office.get('/van-phong?q=%01'))).toEqual(refusal(400, 'malformed-request'));
  });

  it('a form with files that breaks off is none', async () => {
    const sending = office.post(TOKENS).set('Content-Type', 'multipart/form-data; boundary=x');
    const broken = sending.send('--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nabc');
    expect(await said(broken)).toEqual(refusal(400, 'malformed-request'));
  });

  it('a form that this browser was not given writes nothing', async () => {
    const answer = office.post(TOKENS).type('form').send({ name: 'Lén' });
    expect(await said(answer)).toEqual(refusal(403, 'form-expired'));
  });

  // The refusal `'password-must-change'` is never a dead end: whoever hears it stands at once where it is mended.
  it('a first password leads from every form to where it is changed', async () => {
    const wanted = { username: 'moi', name: 'Mới', groups: ['office'] as const };
    const { password } = await api.app.get(PersonService).add(SYSTEM, wanted);
    const agent = request.agent(api.app.getHttpServer());
    await sendForm(agent, '/dang-nhap', '/dang-nhap', { username: 'moi', password });
    const { status, headers } = await sendForm(agent, '/tai-khoan/mat-khau', TOKENS, { name: 'Lén' });
    expect([status, headers.location]).toEqual([303, '/tai-khoan/mat-khau']);
  });

  it('nobody logs in without end, whatever the password is in the end', async () => {
    await api.browser({ username: 'thu-mai', groups: ['office'] });
    const agent = request.agent(api.app.getHttpServer());
    const logIn = (password: string) =>
      sendForm(agent, '/dang-nhap', '/dang-nhap', { username: 'thu-mai', password });
    for (let tries = 0; tries < 10; tries += 1)
      expect(await said(logIn('sai-mat-khau'))).toEqual(refusal(422, 'login-failed'));
    expect(await said(logIn(PASSWORD))).toEqual(refusal(429, 'too-many-logins'));
  });

  it('a service whose tables are of another version is not ready', async () => {
    expect((await api.stranger.get('/ready')).body).toEqual({ status: 'ok' });
    const [last] = await db.unitOfWork.reader.query('SELECT max("id") AS id FROM "migrations"');
    await db.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.query(`DELETE FROM "migrations" WHERE "id" = ${Number(last.id)}`),
    );
    const { status, body } = await api.stranger.get('/ready');
    expect([status, body]).toMatchObject([503, { code: 'not-ready' }]);
    expect((await api.stranger.get('/health')).status).toBe(200);
  });
});
