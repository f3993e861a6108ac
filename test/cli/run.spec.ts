import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { differences } from '../golden/differences';
import { CASES, type Ended, STACK, campaignOf, filesIn, nominationsOf, thidua, withFolder } from './thidua';

const folder = withFolder();
const CASE = 'hung-yen';

function runResult(name: string, out: string, ...more: string[]): Promise<Ended> {
  return thidua(['run', campaignOf(name), nominationsOf(name), '--out', out, '--result-only', ...more]);
}

describe('thidua run', () => {
  it.each(readdirSync(CASES))('gives the expected result of %s, and replay gives it again', async (name) => {
    const out = folder.path('out');
    expect(await runResult(name, out)).toMatchObject({ code: 0 });
    const expected: unknown = JSON.parse(readFileSync(`${CASES}/${name}/expected.json`, 'utf8'));
    expect(differences(expected, JSON.parse(readFileSync(`${out}/result.json`, 'utf8')))).toEqual([]);
    expect(await thidua(['replay', out])).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes the same bytes each time', async () => {
    await runResult(CASE, folder.path('one'));
    await runResult(CASE, folder.path('two'));
    expect(filesIn(folder.path('one'))).toEqual(filesIn(folder.path('two')));
    expect(Object.keys(filesIn(folder.path('one')))).toEqual([
      'inputs/campaign.json',
      'inputs/nominations.json',
      'result.json',
    ]);
  });

  it('prints a table of at most 80 columns with recipients, totals, the next ones and what waits', async () => {
    const args = ['run', campaignOf(CASE), nominationsOf(CASE), '--out', 'out', '--result-only'];
    const { stdout } = await thidua(args, { cwd: folder.path() });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const text of ['TT-01', '93,50', 'Kế tiếp', 'TT-06', 'Chỉ tiêu: 1–2, đạt 2', '5 giả định'])
      expect(stdout).toContain(text);
  });

  it('reports a tie at the cut as pending and still ends with 0', async () => {
    const { code, stdout } = await runResult('hung-yen-tie', folder.path('out'));
    expect(code).toBe(0);
    expect(stdout).toContain('Đồng hạng');
  });

  it('makes the dossiers, says how far it is, and replaces the former run whole', async () => {
    const out = folder.path('out');
    await runResult('hung-yen-tie', out);
    const run = await thidua(['run', campaignOf(CASE), nominationsOf(CASE), '--out', out]);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toMatch(/Đã lập (\d+)\/\1 văn bản/);
    const pdfs = Object.entries(filesIn(out)).filter(([name]) => name.endsWith('.pdf'));
    expect(pdfs.length).toBeGreaterThanOrEqual(16);
    for (const [, bytes] of pdfs)
      expect(Buffer.from(bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await thidua(['replay', out])).toMatchObject({ code: 0 });
    expect(readdirSync(folder.path())).toEqual(['out']);
  });

  it('writes the result and says what is missing when there is no browser', async () => {
    const out = folder.path('out');
    const env = { PUPPETEER_EXECUTABLE_PATH: folder.path('no-browser') };
    const run = await thidua(['run', campaignOf(CASE), nominationsOf(CASE), '--out', out], { env });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('máy chưa có trình duyệt');
    expect(Object.keys(filesIn(out))).toContain('result.json');
  });
});

describe('the folder of a run', () => {
  it.each([
    ['holds files of somebody else', () => folder.put('notes.txt', 'mine'), () => folder.path()],
    ['is a file', () => folder.put('taken', ''), () => folder.path('taken')],
    ['lies inside a file', () => folder.put('taken', ''), () => folder.path('taken/out')],
  ])('is refused when it %s, and nothing there changes', async (_, prepare, out) => {
    prepare();
    const before = filesIn(folder.path());
    const { code, stderr } = await runResult(CASE, out());
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n').at(-1)).toContain(folder.path());
    expect(stderr).not.toMatch(STACK);
    expect(filesIn(folder.path())).toEqual(before);
  });

  it('is refused when it is where we stand', async () => {
    const args = ['run', campaignOf(CASE), nominationsOf(CASE), '--out', '.', '--result-only'];
    expect(await thidua(args, { cwd: folder.path() })).toMatchObject({ code: 1, stdout: '' });
    expect(readdirSync(folder.path())).toEqual([]);
  });

  it('may be there and empty, or deeper than what is there', async () => {
    mkdirSync(folder.path('empty'));
    expect(await runResult(CASE, folder.path('empty'))).toMatchObject({ code: 0 });
    expect(await runResult(CASE, folder.path('a/b/c'))).toMatchObject({ code: 0 });
    expect(existsSync(folder.path('a/b/c/result.json'))).toBe(true);
  });

  it('may be a link to a folder, which stays a link', async () => {
    mkdirSync(folder.path('real'));
    symlinkSync(folder.path('real'), folder.path('link'));
    expect(await runResult(CASE, folder.path('link'))).toMatchObject({ code: 0 });
    expect(lstatSync(folder.path('link')).isSymbolicLink()).toBe(true);
    expect(existsSync(folder.path('real/result.json'))).toBe(true);
  });

  it('that cannot be made leaves no empty folders above it', async () => {
    expect(await runResult(CASE, folder.path('a/b', 'x'.repeat(300)))).toMatchObject({ code: 1 });
    expect(readdirSync(folder.path())).toEqual([]);
  });

  it('is refused at once when its result is a pipe that nobody writes to', async () => {
    mkdirSync(folder.path('out'));
    execFileSync('mkfifo', [folder.path('out/result.json')]);
    expect(await runResult(CASE, folder.path('out'))).toMatchObject({ code: 1 });
  }, 20_000);

  it('keeps a former run that holds a file of somebody else', async () => {
    const out = folder.path('out');
    await runResult(CASE, out);
    folder.put('out/ghi-chu.txt', 'của tôi');
    expect(await runResult('hung-yen-tie', out)).toMatchObject({ code: 1 });
    expect(Object.keys(filesIn(out))).toContain('ghi-chu.txt');
  });
});
