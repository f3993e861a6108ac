import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { STACK, campaignOf, nominationsOf, thidua, withFolder } from './thidua';

const folder = withFolder();
const FINDING = /^(.+):(\d+):(\d+) ([a-z0-9-]+) (.+)$/;

function campaignWith(...changes: [string, string][]): string {
  return folder.put('campaign.yaml', changed(campaignOf('hung-yen'), changes));
}

function nominationsWith(...changes: [string, string][]): string {
  return folder.put('nominations.yaml', changed(nominationsOf('hung-yen'), changes));
}

function changed(path: string, changes: [string, string][]): string {
  return changes.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    },
    readFileSync(path, 'utf8'),
  );
}

/** The line of a text in a file, counted from 1. */
function lineOf(path: string, text: string): number {
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('what is wrong in the files', () => {
  it('in a plan is said all in one go, each with its place, and nothing is written', async () => {
    const campaign = campaignWith(
      ['timezone:', 'tímezone:'],
      ['official: appraisal', 'official: everybody'],
      ['tieBreaks: [women, direct', 'tieBreaks: [women, age'],
    );
    const out = folder.path('out');
    const run = await thidua(['run', campaign, nominationsOf('hung-yen'), '--out', out]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    const places = run.stderr
      .trimEnd()
      .split('\n')
      .map((line) => FINDING.exec(line));
    expect(places).not.toContain(null);
    for (const text of ['tímezone:', 'everybody', 'women, age'])
      expect(places.map((place) => Number(place?.[2]))).toContain(lineOf(campaign, text));
    expect(new Set(places.map((place) => place?.[1]))).toEqual(new Set([campaign]));
    expect(readdirSync(folder.path())).toEqual(['campaign.yaml']);
  });

  it('in the nominations is said the same way, by lint and by run alike', async () => {
    const nominations = nominationsWith(
      ['b: 18.5', 'b: 18.3'],
      ['c: 19', 'c: 99'],
      ['code: TT-02', 'code: TT-01'],
    );
    const lint = await thidua(['lint', campaignOf('hung-yen'), nominations]);
    const run = await thidua(['run', campaignOf('hung-yen'), nominations, '--out', folder.path('out')]);
    expect(lint.code).toBe(1);
    expect(run).toEqual(lint);
    const lines = run.stderr
      .trimEnd()
      .split('\n')
      .map((line) => Number(FINDING.exec(line)?.[2]));
    expect(lines).toEqual(
      expect.arrayContaining([lineOf(nominations, '18.3'), lineOf(nominations, 'c: 99')]),
    );
    expect(readdirSync(folder.path())).toEqual(['nominations.yaml']);
  });

  it('in both files is said together, as far as the plan can be read', async () => {
    const campaign = campaignWith(['timezone:', 'tímezone:'], ['min: 2, max: 3', 'min: 4, max: 3']);
    const nominations = nominationsWith(['b: 18.5', 'b: 18.3']);
    const run = await thidua(['run', campaign, nominations, '--out', folder.path('out')]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(await thidua(['lint', campaign, nominations])).toEqual(run);
    const codes = run.stderr.match(/^.+:\d+:\d+ (?!.* cảnh báo: )[a-z0-9-]+/gm);
    expect(codes).toEqual([
      expect.stringMatching(new RegExp(`^${campaign}:.* unknown-key$`)),
      expect.stringMatching(new RegExp(`^${campaign}:.* min-above-max$`)),
      expect.stringMatching(new RegExp(`^${nominations}:${lineOf(nominations, 'b: 18.3')}:\\d+ off-step$`)),
    ]);
  });

  it('in a plan that cannot be read still lets one know of nominations that are not there', async () => {
    const campaign = campaignWith(['code: BK', 'code: [BK]']);
    const { stderr } = await thidua(['run', campaign, folder.path('none.yaml'), '--out', folder.path('out')]);
    expect(stderr).toMatch(/campaign\.yaml:\d+:\d+ not-a-code .*\n.*none\.yaml:1:1 no-such-file /s);
  });

  it('is nothing in a good pair of files', async () => {
    const lint = await thidua(['lint', campaignOf('hung-yen'), nominationsOf('hung-yen')]);
    expect(lint).toMatchObject({ code: 0 });
    expect(lint.stdout).toMatch(/^Không có lỗi; \d+ điểm cần lưu ý\.\n$/);
  });
});

const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}*${'abcdefghi'[at]}]`),
].join('\n');

describe('a hostile file', () => {
  const hostile: [string, (name: string) => string][] = [
    ['that is empty', (name) => folder.put(name, '')],
    ['of binary bytes', (name) => folder.put(name, Buffer.from([0, 255, 254, 1, 2, 128, 200, 0, 13]))],
    ['that is cut off', (name) => folder.put(name, readFileSync(campaignOf('hung-yen')).subarray(0, 900))],
    ['with an alias bomb', (name) => folder.put(name, BOMB)],
    ['that is one huge nest', (name) => folder.put(name, '['.repeat(50_000))],
    ['that is a list', (name) => folder.put(name, '- 1\n- 2\n')],
    ['that is only a word', (name) => folder.put(name, 'xin chào')],
    [
      'that names its own prototype',
      (name) => folder.put(name, '{"__proto__": {"code": 1}, "constructor": 2}'),
    ],
    ['that looks like a workbook', (name) => folder.put(name, 'PK\u0003\u0004 nothing')],
    ['that is not there', (name) => folder.path(name)],
    [
      'that is a folder',
      (name) => {
        mkdirSync(folder.path(name));
        return folder.path(name);
      },
    ],
  ];

  it.each(hostile)('%s is refused as a plan in words', async (_, make) => {
    const plan = make('plan.yaml');
    const run = await thidua(['run', plan, nominationsOf('hung-yen'), '--out', folder.path('out')]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(plan);
    expect(run.stderr).not.toMatch(STACK);
    expect(readdirSync(folder.path())).not.toContain('out');
  });

  it.each(hostile)('%s is refused as nominations in words', async (_, make) => {
    const nominations = make('round.yaml');
    const run = await thidua(['run', campaignOf('hung-yen'), nominations, '--out', folder.path('out')]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(nominations);
    expect(run.stderr).not.toMatch(STACK);
    expect(readdirSync(folder.path())).not.toContain('out');
  });
});
