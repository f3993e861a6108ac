import Database from 'better-sqlite3';
import { STACK, serveUntil, thidua, withFolder } from './thidua';

const folder = withFolder();

function env(): Record<string, string> {
  return { DATA_DIR: folder.path('data'), DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'silent' };
}

/** Changes what is stored behind the program's back, past the triggers that forbid it. */
function tamper(statement: string): void {
  const database = new Database(folder.path('data/thidua.sqlite'));
  const triggers = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  const { changes } = database.prepare(statement).run();
  database.close();
  expect(changes).toBe(1);
}

describe('thidua seed', () => {
  it('loads the five campaigns with their demo rounds, once', async () => {
    const first = await thidua(['seed'], { env: env() });
    const second = await thidua(['seed'], { env: env() });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('5 phong trào và 5 đợt đề cử');
    expect(second.stdout).toContain('0 phong trào và 0 đợt đề cử');
    expect(first.stdout).toContain('12 tài khoản minh họa');
    expect(second.stdout).not.toContain('tài khoản');
    expect(rows('SELECT count(*) AS n FROM person WHERE demo')).toEqual([{ n: 12 }]);
  });

  it('makes no account of the demo world beside those of an office', async () => {
    await thidua(['user', 'add', 'nguoi-that', '--name', 'Lê Thị Hòa', '--groups', 'office'], { env: env() });
    const { code, stdout } = await thidua(['seed'], { env: env() });
    expect(code).toBe(0);
    expect(stdout).not.toContain('tài khoản');
    expect(rows('SELECT username FROM person')).toEqual([{ username: 'nguoi-that' }]);
  });
});

/** Runs SQL on the database of a test, as an office's own work would have left it. */
function rows<T>(statement: string): T[] {
  const database = new Database(folder.path('data/thidua.sqlite'));
  try {
    return database.prepare<[], T>(statement).all();
  } finally {
    database.close();
  }
}

describe('the office’s own campaign', () => {
  it('of the same code as a sample gets no invented nomination, and stops nothing', async () => {
    await thidua(['token', 'list'], { env: env() });
    const database = new Database(folder.path('data/thidua.sqlite'));
    database
      .prepare('INSERT INTO campaign (id, code, title, version, "createdAt") VALUES (?, ?, ?, 1, ?)')
      .run('own', 'hung-yen-ha-tang-tiet-kiem', 'Của cơ quan', '2026-03-02T01:30:00.000Z');
    database.close();
    const { code, stdout } = await thidua(['seed'], { env: env() });
    expect(code).toBe(0);
    expect(stdout).toContain('4 phong trào và 4 đợt đề cử');
    expect(rows(`SELECT id FROM phase WHERE "campaignId" = 'own'`)).toEqual([]);
    expect(rows('SELECT id FROM person')).toEqual([]);
  });
});

describe('a database that does not answer', () => {
  it.each([['seed'], ['token', 'list']])(
    'is named by thidua %s %s, without its password',
    async (...args) => {
      const url = 'postgres://u:secret@127.0.0.1:1/d';
      const { code, stdout, stderr } = await thidua(args, { env: { ...env(), DATABASE_URL: url } });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('127.0.0.1:1/d');
      expect(stderr).toContain('ECONNREFUSED');
      expect(stderr).not.toMatch(/secret|ngoài dự kiến/);
    },
  );
});

describe('thidua audit verify', () => {
  it('says how long the chain is, and where it first breaks when one event was changed', async () => {
    await thidua(['seed'], { env: env() });
    const whole = await thidua(['audit', 'verify'], { env: env() });
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^Nhật ký nguyên vẹn: \d+ sự kiện, mã cuối chuỗi [0-9a-f]{64}\.\n$/);
    tamper(`UPDATE audit_event SET action = action || '.' WHERE ordinal = 7`);
    const broken = await thidua(['audit', 'verify'], { env: env() });
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toContain('sai từ sự kiện thứ 7 ');
  });

  it('says so when the file is no database', async () => {
    await thidua(['seed'], { env: env() });
    folder.put('data/thidua.sqlite', 'không phải cơ sở dữ liệu');
    const { code, stderr } = await thidua(['audit', 'verify'], { env: env() });
    expect(code).toBe(1);
    expect(stderr).not.toMatch(STACK);
  });
});

describe('thidua serve', () => {
  it('shows its address, answers, shows the first password once, and ends with 0 on Ctrl-C', async () => {
    const first = await served();
    const second = await served();
    expect(first).toMatchObject({ ready: 200 });
    expect(second).toMatchObject({ ready: 200 });
    expect(first.stdout).toMatch(/quantri, mật khẩu dùng một lần [a-z2-9-]{19}\./);
    expect(second.stdout).not.toContain('mật khẩu');
    expect(rows('SELECT username, demo FROM person')).toEqual([{ username: 'quantri', demo: 0 }]);
  });
});

/** Opens the service, asks whether it is ready, and interrupts it. */
async function served(): Promise<{ ready: number; stdout: string }> {
  let ready = 0;
  const stdout = await serveUntil(env(), async (address) => {
    ready = (await fetch(`${address}/ready`)).status;
  });
  return { ready, stdout };
}
