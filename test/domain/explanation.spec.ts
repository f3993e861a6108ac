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
      'Thuộc diện đề nghị khen thưởng; xếp thứ 1, đạt 95,00 điểm, cao hơn 2,00 điểm so với hồ sơ dự phòng kế tiếp (93,00 điểm); đã sử dụng 2/2 chỉ tiêu, theo mục III.4.a của văn bản phát động.',
    ],
    [
      'hung-yen',
      'CN-02',
      'BK',
      'Đủ điều kiện nhưng đã hết chỉ tiêu (2/2); hồ sơ xếp thứ 3, đạt 93,00 điểm, bằng điểm hồ sơ cuối cùng trong chỉ tiêu nhưng xếp sau khi xét tiêu chí phụ (ưu tiên cá nhân nữ, tập thể có từ 70% nữ trở lên), theo khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP.',
    ],
    [
      'hung-yen-tie',
      'CN-04',
      'BK',
      'Đủ điều kiện nhưng 2 chỉ tiêu thuộc về các hồ sơ xếp trên, trong đó có 2 hồ sơ đồng hạng (93,00 điểm) đang chờ xử lý; hồ sơ xếp thứ 5, đạt 90,00 điểm, kém 3,00 điểm, theo mục III.4.a của văn bản phát động.',
    ],
    [
      'hung-yen-tie-resolved',
      'CN-02',
      'BK',
      'Đủ điều kiện nhưng đã hết chỉ tiêu (2/2); hồ sơ xếp thứ 2, đạt 93,00 điểm, đồng hạng với hồ sơ cuối cùng trong chỉ tiêu nhưng xếp sau theo kết luận xử lý đồng hạng, theo mục III.4.a của văn bản phát động.',
    ],
    [
      'minimum-reserve',
      'H1',
      'BK',
      'Chưa thuộc diện đề nghị; hồ sơ xếp thứ 2, hình thức này chỉ sử dụng 0/2 chỉ tiêu để bảo đảm số tối thiểu của hình thức thấp hơn (Giấy khen: 1), theo mục 2 của văn bản phát động.',
    ],
    [
      'reasons-in-order',
      'C',
      'GK',
      'Không đủ điều kiện vì không đạt điều kiện bắt buộc “G”, theo mục 1 của văn bản phát động.',
    ],
    [
      'bands',
      'N3',
      'GK',
      'Chưa đạt mức xếp loại yêu cầu; tổng điểm là 99,00 nhưng chỉ được xếp loại Hoàn thành vì không đạt điều kiện “Không vi phạm”, trong khi phải từ Tốt trở lên.',
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
      text: 'Chưa đạt điểm sàn 90,00 điểm (được 86,00 điểm, còn thiếu 4,00 điểm).',
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
