import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, serveUntil, thidua, withFolder } from './thidua';

const folder = withFolder();

/** Each line of the README that asks the service, as `[method, path]`. */
function asked(): [string, string][] {
  const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
  return [...readme.matchAll(/^curl (.*) \$API(\S+)$/gm)].map(([, options = '', path = '']) => [
    /-X (\w+)/.exec(options)?.[1] ?? 'GET',
    path,
  ]);
}

it('the demo world answers what the README asks of it, with a token of its office', async () => {
  const env = { DATA_DIR: folder.path('data'), DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'silent' };
  await thidua(['seed'], { env });
  const { stdout } = await thidua(['token', 'new', 'vanphong'], { env });
  const token = /thidua_[\w-]{43}/.exec(stdout)?.[0] ?? '';
  const answers: [string, number][] = [];
  const told = await serveUntil(env, async (address) => {
    let id = '';
    for (const [method, path] of asked()) {
      const url = `${address}/api/v1${path.replace('ID', id)}`;
      const answer = await fetch(url, { method, headers: { Authorization: `Bearer ${token}` } });
      answers.push([path, answer.status]);
      if (method === 'POST') id = ((await answer.json()) as { id: string }).id;
    }
  });
  expect(answers.map(([, status]) => status)).toEqual([200, 200, 201, 200, 200]);
  expect(told).toMatch(/bản minh họa.*\/dang-nhap.*minh-hoa-2026/);
  expect(told).not.toContain('mật khẩu dùng một lần');
});
