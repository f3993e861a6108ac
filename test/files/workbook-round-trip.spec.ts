import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign } from '../../src/domain/campaign';
import { canonicalJson } from '../../src/domain/canonical';
import { readRound } from '../../src/domain/definition/read-round';
import type { Round } from '../../src/domain/nomination';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { formatFinding } from '../../src/features/campaigns/files/located-finding';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { writeTemplate } from '../../src/features/nominations/files/write-template';
import { writeRound } from '../support/write-round';
import { richWorld } from './rich-world';

const CASES = join(__dirname, '../golden/cases');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function throughWorkbook(campaign: Campaign, round: Round): Promise<Round> {
  const path = join(folder, 'round.xlsx');
  await writeRound(campaign, round, path);
  const { round: again, findings } = await loadRound(path, campaign);
  if (!again) throw new Error(findings.map(formatFinding).join('\n'));
  return again;
}

test.each(['hung-yen', 'hung-yen-tie', 'hung-yen-tie-resolved'])(
  '%s comes back from a workbook as it went in',
  async (name) => {
    const { campaign } = await loadCampaign(join(CASES, name, 'campaign.yaml'));
    const { round } = await loadRound(join(CASES, name, 'nominations.yaml'), campaign!);
    const again = await throughWorkbook(campaign!, round!);
    expect(again).toEqual(round);
    expect(canonicalJson(again)).toBe(canonicalJson(round));
  },
);

test('every kind of entry, layer and text comes back from a workbook as it went in', async () => {
  const { campaign, round } = richWorld();
  const again = await throughWorkbook(campaign, round);
  expect(again).toEqual(round);
  expect(canonicalJson(again)).toBe(canonicalJson(round));
});

test('an empty template asks for the phase, the date and the council, and for nothing else', async () => {
  const { campaign } = await loadCampaign(join(CASES, 'hung-yen', 'campaign.yaml'));
  const path = join(folder, 'template.xlsx');
  await writeTemplate(campaign!, path);
  const { round, findings } = await loadRound(path, campaign!);
  expect(round).toBeUndefined();
  expect(findings.filter(({ level }) => level === 'error').map(({ code, params }) => [code, params])).toEqual(
    [
      ['empty-cell', { key: 'phase' }],
      ['empty-cell', { key: 'date' }],
      ['vote-without-council', { award: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh' }],
    ],
  );
});

test('the number of participants that a percentage lacks is asked for in its cell', async () => {
  const { campaign } = richWorld();
  const path = join(folder, 'template.xlsx');
  await writeTemplate(campaign, path);
  const { findings } = await loadRound(path, campaign);
  const cells = findings
    .filter(({ code }) => code === 'percent-without-participants')
    .map(({ cell }) => cell);
  expect(cells).toEqual([expect.stringMatching(/^C\d+$/)]);
});

test('a layer in which nothing is entered is none, in YAML as in a workbook', async () => {
  const { campaign, round } = readWithEmptyLayer();
  expect(round.nominations.map(({ scores }) => scores)).toEqual([{}]);
  expect(canonicalJson(await throughWorkbook(campaign, round))).toBe(canonicalJson(round));
});

function readWithEmptyLayer(): ReturnType<typeof richWorld> {
  const { campaign, round } = richWorld();
  const [first] = round.nominations;
  const { code, subject, audience, name, unit } = first!;
  const nomination = { code, subject, audience, name, unit, scores: { self: {}, appraisal: {} } };
  const plain = { ...round, schema: 'thidua/nominations@1', nominations: [nomination], tieResolutions: [] };
  return { campaign, round: readRound(JSON.parse(JSON.stringify(plain)), campaign).round! };
}
