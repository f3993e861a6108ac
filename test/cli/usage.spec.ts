import { CASES, STACK, campaignOf, thidua, withFolder } from './thidua';

const folder = withFolder();

describe('a wrong command line', () => {
  it.each([
    ['no command', []],
    ['a command that does not exist', ['award']],
    ['an option that does not exist', ['lint', campaignOf('hung-yen'), '--fast']],
    ['an argument missing', ['run', campaignOf('hung-yen'), '--out', 'x']],
    ['a required option missing', ['run', 'a.yaml', 'b.yaml']],
    ['an option without its value', ['run', 'a.yaml', 'b.yaml', '--out']],
    ['an argument too many', ['replay', 'a', 'b']],
    ['audit without verify', ['audit']],
  ])('with %s ends with 2 and a sentence', async (_, args) => {
    const { code, stdout, stderr } = await thidua(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/npx thidua --help|Cách dùng:/);
    expect(stderr).not.toMatch(STACK);
    expect(stderr).not.toMatch(/error:|Usage:/);
  });

  it('is helped by --help, in Vietnamese, with 0', async () => {
    const { code, stdout } = await thidua(['--help']);
    expect(code).toBe(0);
    for (const text of ['Cách dùng:', 'lint', 'run', 'replay', 'template', 'audit', 'seed', 'serve'])
      expect(stdout).toContain(text);
    expect(stdout).not.toMatch(/Usage:|Options:|Commands:|display help/);
    expect(stdout).toMatch(/verify <BUNDLE> +kiểm tra một gói hồ sơ/);
  });
});

describe('thidua template', () => {
  it('writes a workbook, once', async () => {
    const out = folder.path('de-cu.xlsx');
    expect(await thidua(['template', campaignOf('hung-yen'), '--out', out])).toMatchObject({ code: 0 });
    const again = await thidua(['template', campaignOf('hung-yen'), '--out', out]);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('không ghi đè');
  });

  it('refuses another kind of file and a folder that is not there', async () => {
    const csv = await thidua(['template', campaignOf('hung-yen'), '--out', folder.path('de-cu.csv')]);
    const nowhere = await thidua(['template', campaignOf('hung-yen'), '--out', folder.path('no/de-cu.xlsx')]);
    expect([csv.code, nowhere.code]).toEqual([1, 1]);
    expect(csv.stderr + nowhere.stderr).not.toMatch(STACK);
  });
});

describe('thidua audit verify', () => {
  it('says that there is no database', async () => {
    const { code, stderr } = await thidua(['audit', 'verify'], { env: { DATA_DIR: folder.path() } });
    expect(code).toBe(1);
    expect(stderr).toContain('Chưa có cơ sở dữ liệu');
  });

  it('says which setting is wrong', async () => {
    const { code, stderr } = await thidua(['audit', 'verify'], { env: { DATABASE_URL: `file://${CASES}` } });
    expect(code).toBe(1);
    expect(stderr).toContain('DATABASE_URL');
    expect(stderr).not.toMatch(STACK);
  });
});
