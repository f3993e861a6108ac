import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { formatFinding } from '../../src/features/campaigns/files/located-finding';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { marked } from './marked';
import { CAMPAIGN, ROUND } from './small-files';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-'));
  path = join(folder, 'campaign.yaml');
});
afterAll(() => rm(folder, { recursive: true }));

async function found(content: string | Uint8Array): Promise<string[]> {
  await writeFile(path, content);
  const { campaign, findings } = await loadCampaign(path);
  expect(campaign).toBeUndefined();
  expect(findings.map(formatFinding).join('\n')).not.toMatch(
    /[A-Z]{2}_|Error|undefined|\bat .*:\d+:\d+|\{\w+\}/,
  );
  return findings.map(({ line, col, code }) => (line === undefined ? code : `${line}:${col} ${code}`));
}

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const nested = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x]'
    : `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
).join('\n');

/** ▸ marks the place of the finding. */
const BROKEN: [what: string, text: string, code: string][] = [
  ['an unclosed bracket', 'a: [1,▸', 'yaml-indent'],
  ['an unclosed quote', 'a: "x▸', 'yaml-unclosed'],
  ['a tab before a key', 'a:\n▸\tb: 1', 'yaml-tab'],
  ['a tab that unsettles the lines below it', 'a:\n  - b: 1\n▸\tc: 1\n    d: 2\n    e: 3\n', 'yaml-tab'],
  ['two documents', 'a: 1\n▸---\nb: 1', 'yaml-several-documents'],
  ['two keys on one line', 'a: ▸b: c', 'yaml-nested-key'],
  ['a reserved sign', 'a: ▸@x', 'yaml-reserved-start'],
  ['a wrong escape', 'a: "▸\\q"', 'yaml-escape'],
  ['a tag', 'a: ▸!lệnh x', 'yaml-tag'],
  ['an alias of nothing', 'a: ▸*b', 'yaml-alias'],
  ['an alias of itself', 'a: &b [▸*b]', 'yaml-alias'],
  ['a list as a key', '▸[a]: 1', 'yaml-key'],
  ['a key twice', 'code: x\n▸code: y', 'duplicate-key'],
  ['a key twice in two spellings of Unicode', '\u1ea5: x\n▸a\u0302\u0301: y', 'duplicate-key'],
  ['YAML 1.1', '▸%YAML 1.1\n---\na: yes', 'yaml-version'],
  ['nothing', '▸', 'empty-file'],
  ['only a comment', '▸# trống\n', 'empty-file'],
  ['a list of lists of lists', '['.repeat(200) + '▸' + '['.repeat(99_800), 'yaml-too-deep'],
  ['a stair of indents', `▸${'- '.repeat(100_000)}x`, 'yaml-too-deep'],
];

test.each(BROKEN)('%s is told at its place, in Vietnamese', async (_, content, code) => {
  const { text, place } = marked(content);
  const lines = await found(text);
  expect(lines).toContainEqual(code === 'yaml-too-deep' ? expect.stringContaining(code) : `${place} ${code}`);
});

test('a few lines of aliases that unfold to billions of values are refused at once', async () => {
  expect(await found(nested)).toEqual([expect.stringMatching(/yaml-alias-bomb$/)]);
});

test('a file that is no text is refused, and so is another encoding, at its first wrong byte', async () => {
  expect(await found(bytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toEqual(['binary-file']);
  expect(await found(bytes([0xff, 0xfe], Buffer.from('a: 1', 'utf16le').toString('latin1')))).toEqual([
    'binary-file',
  ]);
  expect(await found(bytes('a: 1\nb: ', [0xf4, 0xcd], '\n'))).toEqual(['2:4 not-utf8']);
});

test.each([
  ['a word', 'xin chào'],
  ['a number', '42'],
  ['a list', '- 1\n- 2'],
  ['null', 'null'],
])('%s in place of a campaign is a finding', async (_, content) => {
  expect(await found(content)).toEqual(['1:1 not-a-mapping']);
});

test('a folder, a missing file and a workbook in place of a campaign are findings', async () => {
  expect((await loadCampaign(folder)).findings.map(({ code }) => code)).toEqual(['not-a-file']);
  expect((await loadCampaign(join(folder, 'x.yaml'))).findings.map(({ code }) => code)).toEqual([
    'no-such-file',
  ]);
  expect(await found(bytes([0x50, 0x4b, 3, 4], 'x'))).toEqual(['campaign-not-text']);
});

test('a byte order mark and Windows line ends change nothing', async () => {
  await writeFile(path, `\uFEFF${CAMPAIGN.replaceAll('\n', '\r\n')}`);
  const windows = await loadCampaign(path);
  await writeFile(path, CAMPAIGN);
  expect(windows).toEqual(await loadCampaign(path));
  expect(windows.findings).toEqual([]);
});

test('signs that nobody sees, as pasted text brings them, are no part of a name, and turn no letters round', async () => {
  await writeFile(path, CAMPAIGN);
  const { campaign } = await loadCampaign(path);
  const round = join(folder, 'pasted.yaml');
  await writeFile(round, ROUND);
  const clean = await loadRound(round, campaign!);
  await writeFile(round, ROUND.replaceAll('Phòng Một', 'Phò\u200Bng\u2060 \u202EMột\u202C'));
  expect(await loadRound(round, campaign!)).toEqual(clean);
  expect(clean.findings).toEqual([]);
});

test('JSON with tabs is read as YAML is, and its findings have places', async () => {
  const text = '{\n\t"schema": "thidua/campaign@1",\n\t"colour": 1\n}';
  expect(await found(text)).toEqual(expect.arrayContaining(['3:2 unknown-key', '1:1 missing-key']));
});

test('thousands of aliases to one anchor are fine', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, index) => `  - { code: S${index}, subject: collective, name: x, unit: y, ballots: *phiếu }`,
  );
  const text = ROUND.replace('ballots:\n', 'ballots: &phiếu\n');
  await writeFile(path, CAMPAIGN);
  const { campaign } = await loadCampaign(path);
  const round = join(folder, 'round.yaml');
  await writeFile(round, text.replace('tieResolutions:', `${rows.join('\n')}\ntieResolutions:`));
  const { round: read, findings } = await loadRound(round, campaign!);
  expect(findings).toEqual([]);
  expect(read?.nominations).toHaveLength(3003);
  expect(read?.nominations.at(-5)?.ballots).toEqual({ A: { yes: 8, no: 1, abstain: 0 } });
});

test('a very large JSON file is read at once; its findings name the path', async () => {
  await writeFile(path, CAMPAIGN);
  const { campaign } = await loadCampaign(path);
  const nominations = Array.from({ length: 30_000 }, (_, index) => ({
    code: `T${index}`,
    subject: 'collective',
    name: `Phòng ${index}`,
    unit: 'Sở',
    scores: { appraisal: { a: index === 7 ? 61 : 59.5, b: 'y', c: 4, g: true } },
  }));
  const council = { members: 9, present: 9, written: 0 };
  const head = { schema: 'thidua/nominations@1', campaign: 'pt', phase: 'G1', date: '2025-12-20', council };
  const large = join(folder, 'large.json');
  await writeFile(large, JSON.stringify({ ...head, participants: { individual: 50 }, nominations }, null, 2));
  const { findings } = await loadRound(large, campaign!);
  expect(findings.map((finding) => formatFinding(finding).split(' ')[0])).toEqual([
    `${large}:nominations/7/scores/appraisal/a`,
  ]);
});

test('a campaign in place of nominations is one finding', async () => {
  await writeFile(path, CAMPAIGN);
  const { campaign } = await loadCampaign(path);
  const { findings } = await loadRound(path, campaign!);
  expect(findings.map(({ line, col, code }) => `${line}:${col} ${code}`)).toEqual(['1:9 wrong-schema']);
});
