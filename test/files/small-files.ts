/** The smallest files that are whole: tests change one thing in them. */
export const CAMPAIGN = `schema: thidua/campaign@1
code: pt
title: Phong trào
organizer: { name: Sở }
phases:
  - { code: G1, title: Giai đoạn 1, from: 2025-01-01, to: 2025-12-31, review: final }
  - { code: G2, title: Giai đoạn 2, from: 2026-01-01, to: 2026-12-31, review: final }
assumptions: [Mọi điểm và chỉ tiêu do Sở đề xuất]
criteriaSets:
  - code: tt
    subject: collective
    title: Tập thể
    clamp: { min: 0, max: 100 }
    caps: { bonus: 5, penalty: 5 }
    criteria:
      - { code: a, text: A, source: '1', max: 60, rule: { kind: points, step: 0.5 } }
      - { code: b, text: B, source: '1', max: 30, rule: { kind: choice, options: [{ code: x, points: 30 }, { code: y, points: 10 }] } }
      - { code: c, text: C, source: '1', max: 10, rule: { kind: bands, bands: [{ from: 0, to: 5, points: 5 }, { from: 5, points: 10 }] } }
      - { code: t, text: T, source: '1', role: bonus, max: 5, rule: { kind: yesno } }
      - { code: g, text: G, source: '1', role: gate, rule: { kind: yesno }, effect: { zero: [a] } }
    bands:
      - { code: tot, name: Tốt, from: 80 }
      - { code: kha, name: Khá, from: 0 }
  - code: cn
    subject: individual
    title: Cá nhân
    criteria:
      - { code: '1', text: Một, source: '2', max: 100, rule: { kind: ratio }, notApplicable: exclude }
tieBreaks: [votes, 'criterion:a']
awards:
  - code: A
    name: Bằng khen
    tier: 1
    authority: propose
    decider: Chủ tịch
    requires: { floor: 80, vote: { quorum: { atLeast: 2/3 }, pass: { moreThan: 1/2 } } }
    quota:
      - { subject: collective, min: 1, max: 2, source: '3' }
      - { subject: individual, maxPercent: 10, source: '3' }
  - code: B
    name: Giấy khen
    tier: 2
    authority: own
    decider: Giám đốc
    requires: { band: kha }
    quota:
      - { subject: collective, max: 3, source: '3' }
`;

export const ROUND = `schema: thidua/nominations@1
campaign: pt
phase: G1
date: 2025-12-20
participants: { individual: 50 }
council: { members: 9, present: 7, written: 1 }
nominations:
  - code: T1
    subject: collective
    name: Phòng Một
    unit: Phòng Một
    proposed: A
    members: 10
    women: 4
    scores:
      self: { a: 60, b: x, c: 7, t: true, g: true }
      appraisal: { a: 59.5, b: y, c: -2, g: false }
      council:
        - { member: Ủy viên, points: { a: 30, b: 12.25, c: 10 } }
    evidence:
      - { criterion: a, title: Báo cáo }
    matters:
      - { kind: complaint, status: cleared, from: 2025-01-01, to: 2025-02-01 }
    awards:
      - { award: B, decision: 1/QĐ }
    ballots:
      A: { yes: 8, no: 1 }
  - code: T2
    subject: collective
    name: Phòng Hai
    unit: Phòng Hai
  - code: C1
    subject: individual
    name: Nguyễn Văn An
    unit: Phòng Một
    gender: male
    scores:
      appraisal: { '1': { done: 9, of: 10 } }
tieResolutions:
  - { criteriaSet: tt, award: A, order: [T1, T2], reason: Bỏ phiếu lại, by: Hội đồng, date: 2025-12-22 }
`;
