/** A campaign of five criteria and three awards, and a round of any size: the same numbers every time. */
const CRITERIA = ['a', 'b', 'c', 'd', 'đ'];

export const campaign = {
  code: 'bo-nganh',
  title: 'Phong trào thi đua của một bộ',
  organizer: { name: 'Bộ' },
  legalBasis: [],
  timezone: 'Asia/Ho_Chi_Minh',
  phases: [{ code: 'GD1', title: 'Giai đoạn 1', from: '2022-01-01', to: '2025-12-31', review: 'final' }],
  assumptions: [],
  scoring: { official: 'appraisal', council: { aggregate: 'mean', minScorers: 1 } },
  criteriaSets: [
    {
      code: 'ca-nhan',
      subject: 'individual',
      title: 'Cá nhân',
      rounding: { step: 1, at: 'total' },
      clamp: { min: 0, max: 10000 },
      caps: {},
      criteria: CRITERIA.map((code) => ({
        code,
        text: `Tiêu chí ${code}`,
        role: 'base',
        max: 2000,
        rule: { kind: 'points', step: 50 },
        evidence: 'required',
        notApplicable: 'forbidden',
      })),
      bands: [],
    },
  ],
  tieBreaks: ['women', 'direct', 'criterion:d', 'votes'],
  policy: { minimum: 'reserve' },
  awards: [1, 2, 3].map((tier) => ({
    code: `KT${tier}`,
    name: `Khen thưởng hạng ${tier}`,
    tier,
    authority: 'own',
    decider: 'Bộ trưởng',
    requires: {
      floor: 8500 - tier * 500,
      vote: {
        quorum: { kind: 'atLeast', numerator: 2, denominator: 3 },
        pass: { kind: 'moreThan', numerator: 1, denominator: 2 },
        base: 'members',
      },
    },
    quota: [{ subject: 'individual', min: 100, max: 400, perUnitMax: 20 }],
  })),
};

export function largeRound(size) {
  const next = generator(20251220);
  return {
    campaign: campaign.code,
    phase: 'GD1',
    date: '2025-12-20',
    participants: {},
    council: { members: 9, present: 8, written: 1 },
    nominations: Array.from({ length: size }, (_, at) => nomination(at, next)),
    tieResolutions: [],
  };
}

function nomination(at, next) {
  const number = String(at).padStart(7, '0');
  const yes = 4 + next(6);
  return {
    code: `CN-${number}`,
    subject: 'individual',
    name: `Người được đề nghị số ${number}`,
    unit: `Đơn vị ${next(900)}`,
    proposed: 'KT1',
    gender: next(2) ? 'female' : 'male',
    position: 'Chuyên viên',
    positionClass: next(3) ? 'direct' : 'leader',
    state: next(200) ? 'submitted' : 'withdrawn',
    scores: { self: entries(next), appraisal: entries(next) },
    evidence: CRITERIA.map((criterion) => ({
      criterion,
      title: `Minh chứng tiêu chí ${criterion}`,
      document: `${next(900)}/BC`,
    })),
    matters: next(100) ? [] : [{ kind: 'complaint', status: 'pending', from: '2025-11-01' }],
    awards: [],
    ballots: Object.fromEntries(campaign.awards.map(({ code }) => [code, { yes, no: 9 - yes, abstain: 0 }])),
    report: {},
  };
}

function entries(next) {
  return Object.fromEntries(CRITERIA.map((code) => [code, next(41) * 50]));
}

/** A small linear congruential generator: the same sequence on every machine. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}
