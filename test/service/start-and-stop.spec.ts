import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Service, buildService } from '../support/built-service';
import { formToken } from '../support/start-app';
import { dropPostgres, emptyPostgres, freshPostgres } from '../support/templates';

/** Each test starts whole processes: seconds when idle, much more on a busy host. */
jest.setTimeout(180_000);

describe('the service as a process', () => {
  let built: Awaited<ReturnType<typeof buildService>>;
  let dataDir: string;
  beforeAll(async () => {
    built = await buildService();
    dataDir = await mkdtemp(join(tmpdir(), 'thidua-service-'));
  });
  afterAll(async () => {
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  });
  const start = (env: Record<string, string>) =>
    Service.start(built.folder, { PORT: '0', DATA_DIR: dataDir, ...env });

  /** The one-time password of the first administrator, wherever it was printed. */
  const passwords = (...services: Service[]) =>
    services.flatMap(({ stdout }) => [...stdout.matchAll(/mật khẩu dùng một lần ([a-z2-9-]{19})\./g)]);

  it('makes its administrator once, shows the password once, and stops on a signal', async () => {
    const own = join(dataDir, 'first');
    const first = start({ DATA_DIR: own });
    const [, password = ''] = await first.printed(/quantri, mật khẩu dùng một lần (\S+)\./);
    expect(await logIn(await first.address(), { username: 'quantri', password })).toEqual({
      status: 303,
      location: '/tai-khoan/mat-khau',
    });
    first.signal('SIGINT');
    expect(await first.ended).toEqual({ code: 0, signal: null });

    const second = start({ DATA_DIR: own });
    expect((await fetch(`${await second.address()}/ready`)).status).toBe(200);
    second.signal('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(passwords(first, second)).toHaveLength(1);
  });

  it.each(['sqlite', 'postgres'])(
    'may be started three times at once on one new %s, which gets one administrator',
    async (engine) => {
      const url = engine === 'postgres' ? await emptyPostgres() : '';
      const env = { DATA_DIR: join(dataDir, `together-${engine}`), DATABASE_URL: url };
      const all = [start(env), start(env), start(env)];
      for (const one of all) expect((await fetch(`${await one.address()}/ready`)).status).toBe(200);
      for (const one of all) one.signal('SIGTERM');
      for (const one of all) expect(await one.ended).toEqual({ code: 0, signal: null });
      expect(passwords(...all)).toHaveLength(1);
      if (url) await dropPostgres(url);
    },
  );

  it('serves on PostgreSQL when DATABASE_URL names one', async () => {
    const url = await freshPostgres();
    const service = start({ DATABASE_URL: url });
    expect((await fetch(`${await service.address()}/ready`)).status).toBe(200);
    service.signal('SIGTERM');
    expect(await service.ended).toEqual({ code: 0, signal: null });
    await dropPostgres(url);
  });

  it('answers the request in hand after SIGTERM and takes no new one', async () => {
    const service = start({ DATA_DIR: join(dataDir, 'stop') });
    const address = await service.address();
    const { taken, answer, finish } = halfSent(`${address}/api/v1/audit/verification`);
    await taken;
    service.signal('SIGTERM');
    expect(await takesNoMore(address)).toBe(true);
    finish();
    expect((await answer).statusCode).toBe(401);
    expect(await service.ended).toEqual({ code: 0, signal: null });
  });

  it('does not start with wrong settings and names all of them, one a line, without a secret', async () => {
    const service = start({
      PORT: 'abc',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://u:secret@h/d?password=secret',
    });
    expect(await service.ended).toEqual({ code: 1, signal: null });
    const lines = service.stderr.trimEnd().split('\n');
    expect(
      lines.map((line) => /^Biến môi trường (\w+) .*“(.*)”\. Giá trị hợp lệ: ./.exec(line)?.slice(1)),
    ).toEqual([
      ['DATABASE_URL', 'mysql://***@h/d'],
      ['PORT', 'abc'],
      ['LOG_LEVEL', 'loud'],
    ]);
    expect(service.stdout).toBe('');
  });

  it.each([
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' },
      'ECONNREFUSED',
    ],
    ['a data folder that cannot be', { DATA_DIR: '/dev/null/data' }, '/dev/null/data'],
    ['an address that is not ours', { HOST: '192.0.2.1' }, 'EADDRNOTAVAIL'],
  ])('does not start with %s and says so in one line', async (_, env, named) => {
    const service = start(env);
    expect(await service.ended).toEqual({ code: 1, signal: null });
    expect(service.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(service.stderr).toContain(named);
    expect(service.stderr + service.stdout).not.toMatch(/secret|at .*:\d+/);
  });

  it('does not start on a port that is taken', async () => {
    const one = start({ DATA_DIR: join(dataDir, 'port') });
    const { port } = new URL(await one.address());
    const two = start({ DATA_DIR: join(dataDir, 'port'), PORT: port });
    expect(await two.ended).toEqual({ code: 1, signal: null });
    expect(two.stderr).toMatch(new RegExp(`^Cổng ${port} .*\\n$`));
    expect(two.stdout).toBe('');
    one.signal('SIGTERM');
    await one.ended;
  });
});

/** Logs in as a browser does, with the form of the login page. */
async function logIn(address: string, who: { username: string; password: string }) {
  const page = await fetch(`${address}/dang-nhap`);
  const cookie = page.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { status, headers } = await fetch(`${address}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ _csrf: formToken(await page.text()), ...who }),
  });
  return { status, location: headers.get('location') };
}

/** Whether the service stops to take requests; it has some seconds to come to it. */
async function takesNoMore(address: string): Promise<boolean> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const answered = await fetch(`${address}/health`).then(
      () => true,
      () => false,
    );
    if (!answered) return true;
    await wait(20);
  }
  return false;
}

/** A request that the service has begun to read, once `taken`, and whose body is not complete before `finish`. */
function halfSent(url: string) {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': 2, Expect: '100-continue' };
  const sending = request(url, { method: 'GET', headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', (message) => resolve(message.resume())).once('error', reject);
  });
  const taken = new Promise((resolve) => sending.once('continue', resolve));
  sending.write('{');
  return { taken, answer, finish: () => sending.end('}') };
}
