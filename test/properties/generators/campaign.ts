import type {
  Award,
  Campaign,
  CriteriaSet,
  QuotaLine,
  Threshold,
  TieBreak,
  VoteRule,
} from '../../../src/domain/campaign';
import { drawSet } from './criteria';
import type { Draw } from './draw';

export const PHASE = 'GD1';

/** A campaign that passes the lint, small enough for every vector of counts to be tried. */
export function drawCampaign(draw: Draw): Campaign {
  const criteriaSets = drawSets(draw);
  return {
    code: 'phong-trao',
    title: 'Phong trào',
    organizer: { name: 'Sở' },
    legalBasis: [],
    timezone: 'Asia/Ho_Chi_Minh',
    phases: [{ code: PHASE, title: 'Giai đoạn', from: '2022-01-01', to: '2025-12-31', review: 'interim' }],
    assumptions: [],
    scoring: {
      official: draw.pick(['appraisal', 'appraisal', 'self', 'council']),
      council: { aggregate: draw.pick(['mean', 'median', 'trimmed-mean']), minScorers: draw.between(1, 3) },
    },
    criteriaSets,
    tieBreaks: drawTieBreaks(draw),
    policy: { minimum: draw.pick(['reserve', 'reserve', 'report']) },
    awards: drawAwards(draw, criteriaSets),
  };
}

function drawSets(draw: Draw): CriteriaSet[] {
  const sets = [() => drawSet(draw, 'tap-the', 'collective')];
  if (draw.chance(40)) sets.push(() => drawSet(draw, 'ca-nhan', 'individual'));
  if (draw.chance(15)) sets.push(() => drawSet(draw, 'tap-the-ngoai', 'collective', 'ngoai-so'));
  if (draw.chance(10)) sets.push(() => drawSet(draw, 'ho', 'household'));
  return sets.map((set) => set());
}

function drawTieBreaks(draw: Draw): TieBreak[] {
  const keys: TieBreak[] = [
    'votes',
    'women',
    'direct',
    'smaller',
    'criterion:c1',
    'criterion:c2',
    'criterion:g1',
  ];
  keys.push('criterion:c3', 'entry:c1', 'entry:c2', 'entry:c3', 'entry:g1');
  return draw.chance(50) ? draw.some(keys).slice(0, 3) : [];
}

function drawAwards(draw: Draw, sets: CriteriaSet[]): Award[] {
  const count = draw.pick([2, 1, 3, 4]);
  const tiers = [1, 2, 4, 9].slice(0, count);
  const awards = tiers.map((tier) => drawAward(draw, tier, sets));
  return draw.chance(30) ? awards.reverse() : awards;
}

function drawAward(draw: Draw, tier: number, sets: CriteriaSet[]): Award {
  const known = sets.flatMap(({ bands }) => bands.map(({ code }) => code));
  const band = known.length > 0 && draw.chance(25) ? draw.pick(known) : undefined;
  return {
    code: `A${tier}`,
    name: `A${tier}`,
    tier,
    authority: 'own',
    decider: 'Giám đốc Sở',
    requires: {
      ...(draw.chance(40) ? { floor: draw.pick([500, 1000, 1500]) } : {}),
      ...(band === undefined ? {} : { band }),
      ...(draw.chance(30) ? { vote: drawVote(draw) } : {}),
    },
    quota: sets
      .filter(({ bands }) => band === undefined || bands.some(({ code }) => code === band))
      .flatMap((set) => drawLine(draw, set)),
  };
}

function drawVote(draw: Draw): VoteRule {
  return {
    ...(draw.chance(50) ? { quorum: drawThreshold(draw) } : {}),
    pass: drawThreshold(draw),
    base: draw.pick(['members', 'present', 'valid']),
  };
}

function drawThreshold(draw: Draw): Threshold {
  const [numerator, denominator] = draw.pick([
    [1, 2],
    [2, 3],
    [4, 5],
    [0, 1],
    [1, 1],
  ] as const);
  return { kind: draw.pick(['atLeast', 'moreThan']), numerator, denominator };
}

/** A range, a percentage, a line that states no maximum, or no line. */
function drawLine(draw: Draw, set: CriteriaSet): QuotaLine[] {
  const kind = drawKind(draw);
  if (kind === 'none') return [];
  const line = { subject: set.subject, ...(set.audience === undefined ? {} : { audience: set.audience }) };
  if (kind === 'not-stated') return [{ ...line, min: 0 }];
  const perUnit = draw.chance(40) ? { perUnitMax: draw.pick([1, 2]) } : {};
  if (kind === 'percent') {
    return [{ ...line, min: draw.between(0, 2), maxPercent: draw.pick([1000, 1250, 3333]), ...perUnit }];
  }
  const max = draw.pick([2, 1, 3, 4, 0]);
  return [{ ...line, min: draw.pick([0, max, draw.between(0, max)]), max, ...perUnit }];
}

function drawKind(draw: Draw) {
  if (draw.chance(75)) return 'range';
  return draw.pick(['percent', 'percent', 'not-stated', 'none'] as const);
}
