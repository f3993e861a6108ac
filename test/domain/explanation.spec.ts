import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Campaign } from '../../src/domain/campaign';
import { evaluate } from '../../src/domain/evaluation';
import { explainOutcome } from '../../src/domain/explanation';
import type { Round } from '../../src/domain/nomination';
import { lineText, outcomeText } from '../../src/features/awards/outcome.view';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { cases } from '../properties/generators';

const CASES = join(__dirname, '../golden/cases');

async function load(name: string): Promise<{ campaign: Campaign; round: Round }> {
  const { campaign } = await loadCampaign(join(CASES, name, 'campaign.yaml'));
  if (!campaign) throw new Error(`${name}: the campaign does not load`);
  const { round } = await loadRound(join(CASES, name, 'nominations.yaml'), campaign);
  if (!round) throw new Error(`${name}: the nominations do not load`);
  return { campaign, round };
}

async function explain(name: string, nomination: string, award: string) {
  const { campaign, round } = await load(name);
  const { code, value, limit, margin, ...rest } = explainOutcome(
    campaign,
    round,
    evaluate(campaign, round),
    nomination,
    award,
  );
  return { code, value, limit, margin, text: outcomeText({ code, ...rest }) };
}

describe('an outcome explains itself', () => {
  it.each([
    [
      'hung-yen',
      'CN-01',
      'BK',
      'Được xếp trong chỉ tiêu: hạng 1, 95,00 điểm, hơn hồ sơ kế tiếp có thể thay thế (93,00 điểm) 2,00 điểm; đã dùng 2/2 chỉ tiêu (căn cứ: III.4.a).',
    ],
    [
      'hung-yen',
      'CN-02',
      'BK',
      'Đủ điều kiện nhưng hết chỉ tiêu (2/2): hạng 3, 93,00 điểm, bằng điểm hồ sơ cuối cùng được xếp nhưng đứng sau do ưu tiên cá nhân nữ, tập thể có từ 70% nữ trở lên (căn cứ: Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 6).',
    ],
    [
      'hung-yen-tie',
      'CN-04',
      'BK',
      'Đủ điều kiện nhưng các chỉ tiêu (2) thuộc về những hồ sơ xếp trên, trong đó 2 hồ sơ đồng hạng (93,00 điểm) còn chờ xử lý; hạng 5, 90,00 điểm, kém 3,00 điểm (căn cứ: III.4.a).',
    ],
    [
      'hung-yen-tie-resolved',
      'CN-02',
      'BK',
      'Đủ điều kiện nhưng hết chỉ tiêu (2/2): hạng 2, 93,00 điểm, đồng hạng với hồ sơ cuối cùng được xếp nhưng đứng sau theo kết luận xử lý đồng hạng (căn cứ: III.4.a).',
    ],
    [
      'minimum-reserve',
      'H1',
      'BK',
      'Chưa được xếp: hình thức này chỉ dùng 0/2 chỉ tiêu để dành hồ sơ cho số tối thiểu của hình thức thấp hơn (Giấy khen: 1); hồ sơ đứng hạng 2 (căn cứ: 2).',
    ],
    ['reasons-in-order', 'C', 'GK', 'Không đạt điều kiện bắt buộc g: G (căn cứ: 1).'],
    [
      'bands',
      'N3',
      'GK',
      'Chưa đạt mức xếp loại: Hoàn thành, vì không đạt điều kiện g (Không vi phạm) nên bị hạ mức dù tổng điểm là 99,00; yêu cầu từ Tốt trở lên.',
    ],
  ])('%s: %s for %s', async (name, nomination, award, text) => {
    expect((await explain(name, nomination, award)).text).toBe(text);
  });

  it('states value, limit and the margin between them', async () => {
    expect(await explain('hung-yen', 'CN-05', 'BK')).toEqual({
      code: 'below-floor',
      value: { points: 8600 },
      limit: { points: 9000 },
      margin: { points: -400 },
      text: 'Chưa đạt điểm sàn: 86,00 điểm, điểm sàn 90,00 điểm, còn thiếu 4,00 điểm.',
    });
  });

  it('cites nothing for a day on which the law in force is not known', async () => {
    const { campaign, round } = await load('hung-yen');
    const later = { ...round, date: '2026-12-20' };
    const explanation = explainOutcome(campaign, later, evaluate(campaign, later), 'TT-06', 'BK');
    expect(explanation.code).toBe('hold');
    expect(explanation.article).toBeUndefined();
  });

  it('has whole words for every worked case', async () => {
    const names = readdirSync(CASES);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expectWords(await load(name));
  });

  it('has whole words for random rounds', () => {
    fc.assert(fc.property(cases(), expectWords), { numRuns: 300, seed: 20251220, endOnFailure: true });
  });
});

/** Every outcome and every line gives a sentence with nothing left open. */
function expectWords({ campaign, round }: { campaign: Campaign; round: Round }): void {
  const evaluation = evaluate(campaign, round);
  for (const [code, { outcomes, lines, criteriaSet }] of evaluation.nominations) {
    const criteria = campaign.criteriaSets.find((set) => set.code === criteriaSet)?.criteria ?? [];
    const texts = [
      ...Object.keys(outcomes).map((award) =>
        outcomeText(explainOutcome(campaign, round, evaluation, code, award)),
      ),
      ...lines.map((line) => {
        const criterion = criteria.find((each) => each.code === line.criterion);
        if (!criterion) throw new Error(`no criterion ${line.criterion}`);
        return lineText(line, criterion);
      }),
    ];
    for (const text of texts) expect(text).toMatch(/^(?!.*(\{|\}|undefined|null|NaN|\[object)).+\.$/u);
  }
}
