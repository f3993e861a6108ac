import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { STACK, campaignOf, nominationsOf, thidua, withFolder } from './thidua';

const folder = withFolder();

beforeEach(async () => {
  const args = [
    'run',
    campaignOf('hung-yen'),
    nominationsOf('hung-yen'),
    '--out',
    folder.path('out'),
    '--result-only',
  ];
  expect(await thidua(args)).toMatchObject({ code: 0 });
});

function change(name: string, from: string | RegExp, to: string): void {
  const path = folder.path('out', name);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

describe('thidua replay', () => {
  it('refuses at once a pipe that nobody writes to', async () => {
    rmSync(folder.path('out/result.json'));
    execFileSync('mkfifo', [folder.path('out/result.json')]);
    expect(await thidua(['replay', folder.path('out')])).toMatchObject({ code: 1, stdout: '' });
  }, 20_000);

  it('says that all is as it was, with the hash', async () => {
    const { code, stdout } = await thidua(['replay', folder.path('out')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Khớp: .*result\.json.* [0-9a-f]{64}\.\n$/);
  });

  it.each([
    ['a changed plan', 'inputs/campaign.json', '"floor":9000', '"floor":8000'],
    ['a changed score', 'inputs/nominations.json', '"a":1900', '"a":2000'],
    ['one byte more', 'inputs/nominations.json', /$/, '\n'],
    ['a byte order mark', 'inputs/campaign.json', /^/, '\uFEFF'],
  ])('names the input with %s', async (_, name, from, to) => {
    change(name, from, to);
    const { code, stderr } = await thidua(['replay', folder.path('out')]);
    expect({ code, line: stderr.includes(`Không khớp: ${name} `) }).toEqual({ code: 1, line: true });
  });

  it('notices a result that was changed by hand', async () => {
    change('result.json', '"93.50"', '"94.50"');
    const { code, stderr } = await thidua(['replay', folder.path('out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('result.json đã bị sửa');
  });

  it('tells a result of another version from one that was changed', async () => {
    change('result.json', /"engine":"[^"]*"/, '"engine":"thidua/0.0.1"');
    const { code, stderr } = await thidua(['replay', folder.path('out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('Khác phiên bản: kết quả do thidua/0.0.1 lập');
  });

  it.each([
    ['is no JSON', 'result.json', 'xin chào'],
    ['is null', 'result.json', 'null'],
    ['is no text', 'result.json', Buffer.from([0xff, 0xfe, 0x00])],
    ['is empty', 'inputs/campaign.json', ''],
  ])('says so in a sentence when %s', async (_, name, content) => {
    writeFileSync(folder.path('out', name), content);
    const { code, stderr } = await thidua(['replay', folder.path('out')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Không khớp: .+\n$/);
    expect(stderr).not.toMatch(STACK);
  });

  it('reads no file that is longer than that of any round', async () => {
    truncateSync(folder.path('out/result.json'), 2 ** 33);
    const { code, stderr } = await thidua(['replay', folder.path('out')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Tính lại kết quả tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng: .+\n$/);
  });

  it('names a file that is gone', async () => {
    rmSync(folder.path('out/inputs/nominations.json'));
    const { code, stderr } = await thidua(['replay', folder.path('out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('inputs/nominations.json');
  });
});
