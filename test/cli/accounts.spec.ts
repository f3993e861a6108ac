import Database from 'better-sqlite3';
import { STACK, thidua, withFolder } from './thidua';

/** Each test starts several processes, one after the other: seconds when idle, much more on a busy host. */
jest.setTimeout(180_000);

const folder = withFolder();

function env(): Record<string, string> {
  return { DATA_DIR: folder.path('data'), DATABASE_URL: '', LOG_LEVEL: 'silent' };
}

const run = (...args: string[]) => thidua(args, { env: env() });

function rows<T>(statement: string): T[] {
  const database = new Database(folder.path('data/thidua.sqlite'));
  try {
    return database.prepare<[], T>(statement).all();
  } finally {
    database.close();
  }
}

function actions(): string[] {
  return rows<{ action: string }>('SELECT action FROM audit_event ORDER BY ordinal').map(
    ({ action }) => action,
  );
}

const add = (username: string, ...more: string[]) =>
  run('user', 'add', username, '--name', 'Lê Thị Hòa', '--groups', 'office', ...more);

/** The one-time password in an answer; it is told once. */
function passwordIn(stdout: string): string {
  const found = [...stdout.matchAll(/\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b/g)].map(([text]) => text);
  expect(found).toHaveLength(1);
  return String(found[0]);
}

describe('thidua user', () => {
  it('adds, resets, closes and opens an account, and lists who has one', async () => {
    const added = await add('hoalt', '--email', 'hoalt@example.vn');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    const reset = await run('user', 'reset', 'HOALT');
    expect(passwordIn(reset.stdout)).not.toBe(passwordIn(added.stdout));
    expect((await run('user', 'disable', 'hoalt')).stdout).toContain('Lê Thị Hòa');
    expect((await run('user', 'list')).stdout).toMatch(/hoalt .*Lê Thị Hòa.*Văn phòng.*Đã khóa/);
    expect(await run('user', 'enable', 'hoalt')).toMatchObject({ code: 0, stderr: '' });
    expect((await run('user', 'list')).stdout).toMatch(/hoalt .*Đang dùng/);
    expect(actions()).toEqual([
      'installation.begin',
      'person.add',
      'person.reset-password',
      'person.disable',
      'person.enable',
    ]);
    const kept =
      JSON.stringify(rows('SELECT * FROM person')) + JSON.stringify(rows('SELECT * FROM audit_event'));
    for (const { stdout } of [added, reset]) expect(kept).not.toContain(passwordIn(stdout));
  });

  it('adds the first account of a unit with the unit, and more to a unit that is there', async () => {
    const of = (username: string, ...unit: string[]) =>
      run('user', 'add', username, '--name', 'Lê Thị Hòa', '--groups', 'unit', ...unit);
    expect(await of('hoa.cn', '--new-unit', 'Phòng Công nghệ')).toMatchObject({ code: 0, stderr: '' });
    expect(await of('hoa.cn2', '--unit', 'Phòng Công nghệ')).toMatchObject({ code: 0, stderr: '' });
    expect(rows<{ name: string }>('SELECT name FROM unit')).toEqual([{ name: 'Phòng Công nghệ' }]);
  });

  it('says everything that is wrong with an account at once', async () => {
    const { code, stdout, stderr } = await run(
      'user',
      'add',
      'Bà Hòa',
      '--name',
      ' ',
      '--groups',
      'unit',
      '--email',
      'hoa',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('Tên đăng nhập gồm 3 đến 100'),
      'Hãy nhập họ và tên.',
      'Địa chỉ thư điện tử không đúng dạng.',
      expect.stringContaining('phải có đơn vị'),
    ]);
  });

  it.each([
    ['a name that is taken', ['add', 'hoalt', '--name', 'A', '--groups', 'office'], 'đã có người dùng'],
    ['an unknown group', ['add', 'b-a', '--name', 'A', '--groups', 'sep'], 'Không có nhóm “sep”'],
    ['an unknown unit', ['add', 'b-a', '--name', 'A', '--groups', 'unit', '--unit', 'Không'], '“Không”'],
    ['nobody', ['reset', 'khongco'], '“khongco”'],
    ['nobody', ['enable', 'khongco'], '“khongco”'],
  ])('refuses %s in Vietnamese', async (_, args, sentence) => {
    await add('hoalt');
    const { code, stdout, stderr } = await run('user', ...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(STACK);
  });

  it('leaves an administrator, and tells what to do where there is nobody yet', async () => {
    expect((await run('user', 'list')).stdout).toContain('npx thidua serve');
    await run('user', 'add', 'quan-tri', '--name', 'Quản trị', '--groups', 'administrator');
    const { code, stderr } = await run('user', 'disable', 'quan-tri');
    expect(code).toBe(1);
    expect(stderr).toContain('ít nhất một tài khoản quản trị');
  });

  it.each([[['user']], [['user', 'add', 'a-b']], [['user', 'disable']]])(
    'with %j asks for what is missing, in Vietnamese',
    async (args) => {
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/Thiếu|Cách dùng:/);
      expect(stderr).not.toMatch(/error:|Usage:/);
    },
  );
});

describe('thidua token', () => {
  it('makes one more for a person, lists them, and revokes the one that is named', async () => {
    await add('hoalt');
    const made = await run('token', 'new', 'hoalt', 'Phần mềm văn bản');
    expect(made.stdout).toMatch(/thidua_[\w-]{43}/);
    await run('token', 'new', 'hoalt');
    const listed = await run('token', 'list');
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(listed.stdout).not.toContain('thidua_');
    const id = /^(\S+) .* hoalt {2}Phần mềm văn bản$/m.exec(listed.stdout)?.[1] ?? '';
    expect(await run('token', 'revoke', id)).toMatchObject({ code: 0, stderr: '' });
    expect(rows(`SELECT name FROM access_token`)).toEqual([{ name: 'API' }]);
    expect(actions()).toEqual([
      'installation.begin',
      'person.add',
      'token.create',
      'token.create',
      'token.revoke',
    ]);
    const again = await run('token', 'revoke', id);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain(id);
  });

  it('goes with the account', async () => {
    await add('hoalt');
    await run('token', 'new', 'hoalt');
    await run('user', 'disable', 'hoalt');
    expect((await run('token', 'list')).stdout).toContain('Chưa có mã truy cập nào');
    expect((await run('token', 'new', 'hoalt')).stderr).toContain('đã khóa');
    expect((await run('token', 'new', 'khongco')).stderr).toContain('“khongco”');
  });
});
