import type { Campaign } from '../../src/domain/campaign';
import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import { type Evaluation, evaluate } from '../../src/domain/evaluation';
import { explainOutcome } from '../../src/domain/explanation';
import type { Round } from '../../src/domain/nomination';
import { lineText, outcomeText } from '../../src/features/awards/outcome.view';

const BANDS = [
  { code: 'A', name: 'Xuất sắc', from: 85, noZero: true },
  { code: 'B', name: 'Tốt', from: 70 },
  { code: 'C', name: 'Khá', from: 0 },
];
const CRITERIA = [
  { code: 'a', max: 90, rule: { kind: 'points' } },
  { code: 'b', max: 10, rule: { kind: 'points' } },
  { code: 'g1', role: 'gate', text: 'Giải ngân đạt 95%', rule: { kind: 'yesno' }, effect: { capBand: 'B' } },
  { code: 'g2', role: 'gate', text: 'Không nợ văn bản', rule: { kind: 'yesno' }, effect: { zero: ['b'] } },
  { code: 'g3', role: 'gate', text: 'Không rò rỉ', rule: { kind: 'yesno' }, effect: { zero: ['b'] } },
];

interface World {
  campaign: Campaign;
  round: Round;
  evaluation: Evaluation;
}

/** A small world: the awards that the test is about, and one nominee a line. */
function world(awards: object[], nominees: object[], { scoring = {}, ties = [] as object[] } = {}): World {
  const { campaign } = readCampaign({
    schema: 'thidua/campaign@1',
    code: 'k',
    title: 'K',
    organizer: { name: 'Sở' },
    phases: [{ code: 'p', title: 'P', from: '2025-01-01', to: '2025-12-31', review: 'final' }],
    scoring,
    criteriaSets: [{ code: 's', subject: 'individual', title: 'S', criteria: CRITERIA, bands: BANDS }],
    awards: awards.map((award, at) => ({
      name: ['Nhất', 'Nhì', 'Ba'][at],
      tier: at + 1,
      authority: 'own',
      decider: 'Giám đốc',
      ...award,
    })),
  });
  if (!campaign) throw new Error('the campaign does not read');
  const { round } = readRound(roundOf(nominees, ties), campaign);
  if (!round) throw new Error('the nominations do not read');
  return { campaign, round, evaluation: evaluate(campaign, round) };
}

function roundOf(nominees: object[], tieResolutions: object[]) {
  return {
    schema: 'thidua/nominations@1',
    campaign: 'k',
    phase: 'p',
    date: '2025-06-01',
    nominations: nominees.map((nominee, at) => ({
      code: `N${at + 1}`,
      subject: 'individual',
      name: 'Người',
      unit: 'U',
      ...nominee,
    })),
    tieResolutions,
  };
}

const GATES = { g1: true, g2: true, g3: true };
const scored = (a: number, more: object = {}) => ({ scores: { appraisal: { a, b: 10, ...GATES, ...more } } });
const quota = (line: object) => ({ quota: [{ subject: 'individual', ...line }] });

function text({ campaign, round, evaluation }: World, nomination: string, award: string): string {
  return outcomeText(explainOutcome(campaign, round, evaluation, nomination, award));
}

function line({ campaign, evaluation }: World, nomination: string, code: string): string | undefined {
  const found = evaluation.nominations.get(nomination)?.lines.find(({ criterion }) => criterion === code);
  const criterion = campaign.criteriaSets[0]?.criteria.find((each) => each.code === code);
  return found && criterion && lineText(found, criterion);
}

describe('a rating too low says what lowered it', () => {
  const A = [{ code: 'A', requires: { band: 'A' }, ...quota({ max: 1 }) }];
  it.each([
    [
      'the total',
      scored(70),
      'Chưa đạt mức xếp loại yêu cầu; được xếp loại Tốt (80,00 điểm), trong khi phải từ Xuất sắc trở lên.',
    ],
    [
      'a failed gate',
      scored(80, { g1: false }),
      'Chưa đạt mức xếp loại yêu cầu; tổng điểm là 90,00 nhưng chỉ được xếp loại Tốt vì không đạt điều kiện “Giải ngân đạt 95%”, trong khi phải từ Xuất sắc trở lên.',
    ],
    [
      'a criterion at 0',
      scored(90, { b: 0 }),
      'Chưa đạt mức xếp loại yêu cầu; tổng điểm là 90,00 nhưng chỉ được xếp loại Tốt vì có tiêu chí 0 điểm (b), trong khi phải từ Xuất sắc trở lên.',
    ],
  ])('%s', (_, nominee, expected) => {
    expect(text(world(A, [nominee]), 'N1', 'A')).toBe(expected);
  });
});

describe('a criterion at 0 by a gate', () => {
  it('names the gate that failed and not those that could have done the same', () => {
    expect(line(world([], [scored(80, { g3: false })]), 'N1', 'b')).toBe('Không đạt điều kiện g3: 0 điểm.');
  });

  it('is no mean of what the council gave', () => {
    const council = [{ member: 'M', points: { a: 80, b: 9 } }];
    const nominee = { scores: { appraisal: { ...GATES, g2: false }, council } };
    const found = world([], [nominee], { scoring: { official: 'council' } });
    expect(line(found, 'N1', 'b')).toBe('Không đạt điều kiện g2: 0 điểm.');
    expect(line(found, 'N1', 'a')).toBe('Trung bình các phiếu chấm của Hội đồng: 80,00 điểm.');
  });
});

describe('places', () => {
  it('kept back name every minimum below, reached or not', () => {
    const awards = [
      { code: 'A', ...quota({ max: 3 }) },
      { code: 'B', ...quota({ min: 1, max: 2 }) },
      { code: 'C', ...quota({ min: 4, max: 5 }) },
    ];
    expect(text(world(awards, [scored(90), scored(80)]), 'N1', 'A')).toBe(
      'Chưa thuộc diện đề nghị; hồ sơ xếp thứ 1, hình thức này chỉ sử dụng 0/3 chỉ tiêu để bảo đảm số tối thiểu của hình thức thấp hơn (Nhì: 1; Ba: 4).',
    );
  });

  it('enough for a whole tie group say that the cap of a unit is in the way', () => {
    const awards = [{ code: 'A', ...quota({ max: 4, perUnitMax: 1 }) }];
    expect(text(world(awards, [scored(80), scored(80)]), 'N1', 'A')).toBe(
      'Đang chờ xử lý đồng hạng vì có 2 hồ sơ cùng 90,00 điểm và bằng nhau ở mọi tiêu chí phụ, trong đó có đơn vị nhiều hồ sơ hơn số suất còn được nhận (mỗi đơn vị tối đa 1). Hội đồng hoặc người có thẩm quyền quyết định việc lựa chọn.',
    );
  });

  it('left vacant quote the reason with one full stop', () => {
    const ties = [
      {
        criteriaSet: 's',
        award: 'A',
        leaveVacant: true,
        reason: 'Chưa rõ.',
        by: 'Hội đồng',
        date: '2025-06-01',
      },
    ];
    const found = world([{ code: 'A', ...quota({ max: 1 }) }], [scored(80), scored(80)], { ties });
    expect(text(found, 'N1', 'A')).toBe(
      'Các chỉ tiêu còn lại được để trống theo kết luận của Hội đồng ngày 01/06/2025: Chưa rõ.',
    );
  });
});
