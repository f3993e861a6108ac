import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Campaign } from '../../src/domain/campaign';
import { evaluate, type Evaluation } from '../../src/domain/evaluation';
import type { Round } from '../../src/domain/nomination';
import { resultJson } from '../../src/features/awards/result.view';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { writeRound } from '../support/write-round';

const SEEDS = join(__dirname, '../../seeds');
const CODES = [
  'hung-yen-doi-moi-sang-tao',
  'hung-yen-ha-tang-tiet-kiem',
  'quang-ngai-danh-gia-hang-nam',
  'quang-tri-van-hoa-cong-so',
  'uong-bi-de-xuat-doi-moi',
];

describe('the sample campaigns', () => {
  it.each(['campaigns', 'demo'])('have one file each under %s, named by its code', (folder) => {
    const files = readdirSync(join(SEEDS, folder)).filter(
      (name) => !['accounts.yaml', 'work-at-hand.yaml'].includes(name),
    );
    expect(files.sort()).toEqual(CODES.map((code) => `${code}.yaml`));
  });

  it.each(CODES)(
    '%s is read without an error, and warned of only for what its source does not state',
    async (code) => {
      const { campaign, findings } = await loadCampaign(join(SEEDS, 'campaigns', `${code}.yaml`));
      expect(campaign?.code).toBe(code);
      expect(findings.map((finding) => finding.code)).toEqual(
        code === 'quang-tri-van-hoa-cong-so' ? ['no-awards'] : [],
      );
    },
  );

  it.each(CODES)('%s states no number of awards, unless it is the one whose plan does', async (code) => {
    const quota = (await campaignOf(code)).awards.flatMap((award) => award.quota);
    const stated = quota.filter((line) => line.max !== undefined || line.maxPercent !== undefined);
    expect(stated.map(({ subject, min, max }) => [subject, min, max])).toEqual(
      code === 'hung-yen-ha-tang-tiet-kiem'
        ? [
            ['collective', 1, 2],
            ['individual', 1, 2],
            ['collective', 1, 2],
            ['individual', 2, 3],
          ]
        : [],
    );
  });

  it('the plan of the Hưng Yên department is the campaign of its worked case, with more assumptions said', async () => {
    const { assumptions, ...seed } = await campaignOf('hung-yen-ha-tang-tiet-kiem');
    const worked = await loadCampaign(join(__dirname, 'cases/hung-yen/campaign.yaml'));
    const { assumptions: given, ...rules } = worked.campaign!;
    expect(seed).toEqual(rules);
    expect(assumptions.slice(0, given.length)).toEqual(given);
  });
});

describe('the sample rounds', () => {
  it('Hưng Yên, infrastructure and thrift: a tie at the cut, a hold, and every reason for which a case stays behind', async () => {
    const evaluation = await evaluationOf('hung-yen-ha-tang-tiet-kiem');
    expect(rows(evaluation)).toEqual({
      'CN-01': ['95.00', 1, 'awarded', 'awarded-higher'],
      'CN-02': ['93.00', 2, 'tie-pending', 'blocked-by-tie'],
      'CN-03': ['93.00', 2, 'tie-pending', 'blocked-by-tie'],
      'CN-04': ['90.00', 4, 'vote-not-passed', 'blocked-by-tie'],
      'CN-05': ['86.00', 6, 'below-floor', 'blocked-by-tie'],
      'CN-06': ['85.00', 7, 'discipline', 'discipline'],
      'CN-07': ['67.00', 8, 'below-floor', 'below-floor'],
      'CN-08': [null, null, 'not-scored', 'not-scored'],
      'CN-09': ['88.00', 5, 'already-awarded', 'already-awarded'],
      'TT-01': ['94.00', 2, 'awarded', 'awarded-higher'],
      'TT-02': ['92.00', 3, 'awarded', 'awarded-higher'],
      'TT-03': ['90.50', 4, 'quota-full', 'awarded'],
      'TT-04': ['89.00', 5, 'below-floor', 'awarded'],
      'TT-05': ['95.00', 1, 'hold', 'hold'],
      'TT-06': ['73.50', 6, 'below-floor', 'below-floor'],
      'TT-07': [null, null, 'withdrawn', 'withdrawn'],
    });
  });

  it('Quảng Ngãi: a yearly rating, lowered by a criterion at 0 and by a condition that is not met', async () => {
    const { nominations } = await evaluationOf('quang-ngai-danh-gia-hang-nam');
    const bands = [...nominations].map(([code, { total, band }]) => [code, points(total), band]);
    expect(Object.fromEntries(bands.map(([code, ...rest]) => [code, rest]))).toEqual({
      // 10 + 14.25 + 10 + 10 + 5 + 10 + 10 + 19/20 × 30 + 2
      'CQ-01': ['99.75', 'xuat-sac'],
      // 30/36 × 10 + 12.5 + 10 + 5 + 4 + 6 + 10 + 11/12 × 30 = 8.333… + 75
      'CQ-02': ['83.33', 'tot'],
      // 10 + 13.75 + 10 + 10 + 4.5 + 10 + 30 = 88.25 of 90, × 100/90 = 98.0555…; + 1
      'CQ-03': ['99.06', 'xuat-sac'],
      // 10 + 14 + 10 + 10 + 5 + 10 + 0 + 24/25 × 30 + 3
      'CQ-04': ['90.80', 'tot'],
      // 10 + 13 + 10 + 10 + 4.5 + 10 + 10 + 14/15 × 30
      'CQ-05': ['95.50', 'hoan-thanh'],
      // 10/32 × 10 + 6 + 0 + 0 + 2 + 2 + 0 + 4/10 × 30 = 3.125 + 22
      'CQ-06': ['25.13', 'khong'],
      // 19 + 19/20 × 50 + 28.5
      'ND-01': ['95.00', 'xuat-sac'],
      // 16.5 + 11/12 × 50 + 24 = 86.333…
      'ND-02': ['86.33', 'tot'],
      // 18 + 14/15 × 50 + 27 = 91.666…
      'ND-03': ['91.67', 'hoan-thanh'],
      'ND-04': [null, null],
    });
  });

  it('Uông Bí: a council that leaves out the highest and the lowest sheet, and one that may not judge', async () => {
    expect(rows(await evaluationOf('uong-bi-de-xuat-doi-moi'))).toEqual({
      // sheets 93, 91, 91.5, 70, 100: (93 + 91 + 91.5) / 3 = 91.8333…
      'DX-01': ['91.83', 1, 'quota-not-stated'],
      // sheets 86, 89, 84, 86.5, the fifth recused: 345.5 / 4 = 86.375
      'DX-02': ['86.38', 3, 'quota-not-stated'],
      // sheets 91, 91, 89, 91, 94: 91
      'DX-03': ['91.00', 2, 'gate:cap-uy'],
      'DX-04': [null, null, 'not-scored'],
      // sheets 80, 82, 78, 80, 80: 80
      'DX-05': ['80.00', 4, 'hold'],
    });
  });

  it('Hưng Yên, innovation: counted, chosen and banded points, a bonus without evidence, a criterion that does not apply', async () => {
    expect(rows(await evaluationOf('hung-yen-doi-moi-sang-tao'))).toEqual({
      // 18.5 + min(4 × 10, 30) + 30 + 20 + 5
      'CN-01': ['103.50', 1, 'quota-not-stated'],
      // 18 + 20 + 22.5 + 14
      'CN-02': ['74.50', 3, 'quota-not-stated'],
      // 17 + 30 + 22.5 + 14
      'CN-03': ['83.50', 2, 'quota-not-stated'],
      // 19 + 10 + 15 + 8, no evidence for the bonus
      'CN-04': ['52.00', 4, 'quota-not-stated'],
      // 16 + 10 + 0 + 0
      'CN-05': ['26.00', 5, 'gate:phe-duyet'],
      // 15 + 15 + 17/18 × 25 + 14 + 15 + 15 = 97.6111…
      'DV-01': ['97.61', 1, 'no-quota-line'],
      // 30/41 × 15 + 15 + 15 (full) + 15 + 15 = 70.9756… of 75, × 100/75 = 94.6341…
      'DV-02': ['94.63', 2, 'no-quota-line'],
      // 20/52 × 15 + 0 + 3/9 × 25 + 8.5 + 15 + 0 = 37.6025…
      'DV-03': ['37.60', 3, 'no-quota-line'],
    });
  });

  it('Quảng Trị: eight questions of 12.5 points each, and nothing to award', async () => {
    expect(rows(await evaluationOf('quang-tri-van-hoa-cong-so'))).toEqual({
      'CC-01': ['100.00', 1],
      'CC-02': ['100.00', 1],
      'CC-03': ['87.50', 3],
      'CC-04': ['87.50', 3],
      'PV-01': ['100.00', 1],
      'PV-02': ['87.50', 2],
      'PV-03': ['75.00', 4],
      'PV-04': ['87.50', 2],
    });
  });
});

describe('the sample rounds as workbooks', () => {
  it.each(CODES)('%s gives the same result from .xlsx as from .yaml', async (code) => {
    const campaign = await campaignOf(code);
    const round = await roundOf(campaign);
    const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    try {
      await writeRound(campaign, round, join(folder, 'nominations.xlsx'));
      const { round: reread, findings } = await loadRound(join(folder, 'nominations.xlsx'), campaign);
      expect(findings).toEqual([]);
      expect(resultOf(campaign, reread!)).toBe(resultOf(campaign, round));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the reference tables', () => {
  it.each(['award-forms', 'base-salary', 'legal-regimes'])(
    '%s says how sure each of its citations is',
    (name) => {
      const text = readFileSync(join(SEEDS, 'reference', `${name}.yaml`), 'utf8');
      const unsure = recordsOf(parse(text)).filter((record) => 'citation' in record || 'clause' in record);
      expect(unsure.length).toBeGreaterThan(2);
      expect(unsure.filter(({ certainty }) => !['V', 'S', '?'].includes(String(certainty)))).toEqual([]);
    },
  );
});

async function campaignOf(code: string): Promise<Campaign> {
  const { campaign, findings } = await loadCampaign(join(SEEDS, 'campaigns', `${code}.yaml`));
  if (!campaign) throw new Error(JSON.stringify(findings));
  return campaign;
}

async function roundOf(campaign: Campaign): Promise<Round> {
  const { round, findings } = await loadRound(join(SEEDS, 'demo', `${campaign.code}.yaml`), campaign);
  expect(findings).toEqual([]);
  if (!round) throw new Error('no round');
  return round;
}

async function evaluationOf(code: string): Promise<Evaluation> {
  const campaign = await campaignOf(code);
  return evaluate(campaign, await roundOf(campaign));
}

function resultOf(campaign: Campaign, round: Round): string {
  return resultJson(campaign, round, evaluate(campaign, round), 'golden');
}

/** By code: total, rank, and the outcome for each award in the order of the campaign. */
function rows({ nominations }: Evaluation): Record<string, unknown[]> {
  return Object.fromEntries(
    [...nominations].map(([code, { total, rank, outcomes }]) => [
      code,
      [points(total), rank, ...Object.values(outcomes)],
    ]),
  );
}

function points(total: number | null): string | null {
  return total === null ? null : (total / 100).toFixed(2);
}

/** Every mapping within a value. */
function recordsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(recordsOf);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}
