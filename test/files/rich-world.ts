import type { Campaign } from '../../src/domain/campaign';
import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import type { Round } from '../../src/domain/nomination';

/** A campaign with every kind of rule, gate effect, quota line and layer. */
export const RICH_CAMPAIGN = {
  schema: 'thidua/campaign@1',
  code: 'phong-phu',
  title: 'Phong trào có đủ mọi loại tiêu chí',
  organizer: { name: 'Sở Nội vụ', head: { title: 'Giám đốc', name: 'Lê Văn Ánh' } },
  phases: [
    { code: '2025', title: 'Năm 2025', from: '2025-01-01', to: '2025-12-31', review: 'final' },
    { code: '2026', title: 'Năm 2026', from: '2026-01-01', to: '2026-12-31', review: 'final' },
  ],
  assumptions: ['Điểm và chỉ tiêu do Văn phòng Sở đề xuất: A, B.'],
  scoring: { official: 'appraisal', council: { aggregate: 'trimmed-mean', minScorers: 3 } },
  criteriaSets: [
    {
      code: 'tap-the',
      subject: 'collective',
      title: 'Tập thể: [đơn vị] / phòng, ban, trung tâm thuộc Sở',
      rounding: { step: '0.1', at: 'item' },
      clamp: { min: 0, max: 110 },
      caps: { bonus: 10, penalty: 20 },
      criteria: [
        {
          code: 'đ',
          max: 40,
          rule: { kind: 'points', step: '0.25' },
          evidence: 'required',
          source: '1',
          text: 'Điểm',
        },
        { code: '2', max: 20, rule: { kind: 'ratio' }, notApplicable: 'exclude', source: '2', text: 'Tỷ lệ' },
        { code: 'ba', max: 20, rule: { kind: 'count', unit: '0.4' }, source: '3', text: 'Số lượng' },
        {
          code: 'a:b/c',
          max: 20,
          rule: {
            kind: 'bands',
            bands: [
              { from: 0, to: 50, points: 5 },
              { from: 50, points: 20 },
            ],
          },
          source: '4',
          text: 'Khoảng',
        },
        { code: 'thuong', role: 'bonus', max: 15, rule: { kind: 'relative' }, source: '5', text: 'So sánh' },
        { code: 'phat', role: 'penalty', max: 15, rule: { kind: 'yesno' }, source: '6', text: 'Vi phạm' },
        {
          code: 'gate',
          role: 'gate',
          rule: { kind: 'yesno' },
          effect: { zero: ['đ'] },
          source: '7',
          text: 'Đủ điều kiện',
        },
      ],
      bands: [
        { code: 'T', name: 'Tốt', from: 80, noZero: true },
        { code: 'K', name: 'Khá', from: 0 },
      ],
    },
    {
      code: 'ca-nhan',
      subject: 'individual',
      audience: 'can-bo',
      title: 'Cá nhân',
      criteria: [
        {
          code: '1',
          max: 100,
          rule: {
            kind: 'choice',
            options: [
              { code: 'tot', points: 100, text: 'Tốt' },
              { code: '-1', points: 0, text: 'Chưa tốt' },
            ],
          },
          notApplicable: 'full',
          source: '1',
          text: 'Mức độ hoàn thành nhiệm vụ',
        },
        {
          code: 'g',
          role: 'gate',
          rule: { kind: 'yesno' },
          notApplicable: 'full',
          source: '2',
          text: 'Không vi phạm',
        },
      ],
    },
  ],
  tieBreaks: ['votes', 'women', 'direct', 'smaller', 'criterion:đ', 'entry:ba'],
  awards: [
    {
      code: 'A',
      name: 'Bằng khen',
      tier: 1,
      authority: 'propose',
      decider: 'Chủ tịch UBND tỉnh',
      requires: { floor: 90, vote: { pass: { moreThan: '1/2' } } },
      quota: [
        { subject: 'collective', min: 0, max: 2, perUnitMax: 1 },
        { subject: 'individual', audience: 'can-bo', maxPercent: '12.5' },
      ],
    },
    {
      code: 'B',
      name: 'Giấy khen',
      tier: 2,
      authority: 'own',
      decider: 'Giám đốc Sở',
      quota: [{ subject: 'collective', max: 3 }],
    },
  ],
};

/** Nominations with everything that a nomination may hold, and texts that are unkind to workbooks. */
export const RICH_ROUND = {
  schema: 'thidua/nominations@1',
  campaign: 'phong-phu',
  phase: '2025',
  date: '2025-12-20',
  participants: { 'tap-the': 12, individual: 345 },
  council: { members: 9, present: 7, written: 1 },
  nominations: [
    {
      code: 'TT-02',
      subject: 'collective',
      name: '=HYPERLINK("http://x")',
      unit: '+84 - @Đơn vị',
      proposed: 'A',
      members: 24,
      women: 17,
      orgClass: '-1',
      scores: {
        self: {
          đ: '18.25',
          2: { done: 3, of: 4 },
          ba: 50,
          'a:b/c': '-3.5',
          thuong: '1234567.89',
          phat: true,
          gate: true,
        },
        appraisal: {
          đ: '18.1'.slice(0, 2),
          2: 'na',
          ba: 0,
          'a:b/c': 50,
          thuong: '90071992547409.91',
          phat: false,
          gate: false,
        },
        council: [
          { member: 'Ủy viên 2', points: { đ: '17.33', 2: 'na' } },
          { member: 'Chủ tịch', recused: true, points: {} },
        ],
      },
      evidence: [
        { criterion: 'đ', title: 'Một "bằng chứng" & <thẻ>', document: '01/BC', file: '=1+1.pdf' },
        { criterion: 'a:b/c', title: '_x0041_ và _x005F_' },
      ],
      matters: [
        { kind: 'discipline', status: 'upheld', from: '0099-01-01', to: '2025-06-30', document: '88' },
      ],
      awards: [
        { award: 'CSTĐ', campaign: 'khac', phase: '2020', decision: '1/QĐ' },
        { award: 'B', phase: '2026' },
      ],
      ballots: { A: { yes: 5, no: 2, abstain: 1 }, B: { yes: 8, no: 0 } },
      report: {
        summary: 'Dòng một\n\n  dòng ba có\ttab, 😀 và ấ',
        achievements: [{ criterion: 'đ', text: '@Kết quả', before: 10, after: '20' }],
        history: [{ year: 2024, form: 'Giấy khen' }],
        overview: { office: '12 Phố Hiến', 'a/b~c': [true, { '#1': 'x', 2: ['sâu', ['hơn']] }] },
      },
    },
    {
      code: '=1+1',
      subject: 'individual',
      audience: 'can-bo',
      name: 'Nguyễn Thị Ấ',
      unit: 'Phòng',
      gender: 'female',
      position: 'Chuyên viên',
      positionClass: 'direct',
      members: 1,
      state: 'withdrawn',
      scores: { self: { 1: '-1', g: 'na' }, appraisal: { 1: 'na', g: true } },
      report: { achievements: 'không phải bảng', history: [] },
    },
    { code: '007', subject: 'collective', name: 'Không điểm', unit: 'Phòng', scores: {} },
  ],
  tieResolutions: [
    {
      criteriaSet: 'tap-the',
      award: 'A',
      order: ['TT-02', '007'],
      reason: 'Bỏ phiếu lại',
      by: 'Hội đồng',
      date: '2025-12-22',
    },
    {
      criteriaSet: 'ca-nhan',
      award: 'A',
      leaveVacant: true,
      reason: 'Không chọn',
      by: 'Hội đồng',
      date: '2025-12-22',
    },
  ],
};

export function richWorld(): { campaign: Campaign; round: Round } {
  const { campaign, findings } = readCampaign(RICH_CAMPAIGN);
  if (!campaign) throw new Error(JSON.stringify(findings, null, 1));
  const { round, findings: more } = readRound(RICH_ROUND, campaign);
  if (!round) throw new Error(JSON.stringify(more, null, 1));
  return { campaign, round };
}
