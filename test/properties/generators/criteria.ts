import type {
  Band,
  CriteriaSet,
  Criterion,
  GateEffect,
  Role,
  Rule,
  Subject,
} from '../../../src/domain/campaign';
import type { Draw } from './draw';

const BAND_CODES = ['b1', 'b2', 'b3', 'b4'];

const MAXIMA = [1000, 2000, 500, 1500];

/** A criteria set that passes the lint: some base criteria, perhaps bonus, penalty, gates, caps, clamp, bands. */
export function drawSet(draw: Draw, code: string, subject: Subject, audience?: string): CriteriaSet {
  const scored = drawScored(draw);
  const bands = draw.chance(60) ? drawBands(draw, scored) : [];
  return {
    code,
    subject,
    ...(audience === undefined ? {} : { audience }),
    title: code,
    rounding: { step: draw.pick([1, 10, 50, 100, 300]), at: draw.pick(['total', 'item']) },
    clamp: {
      ...(draw.chance(20) ? { min: draw.pick([0, 750]) } : {}),
      ...(draw.chance(30) ? { max: draw.pick([2000, 1999, 3000]) } : {}),
    },
    caps: {
      ...(draw.chance(30) ? { bonus: draw.pick([300, 0, 1000]) } : {}),
      ...(draw.chance(30) ? { penalty: draw.pick([300, 0, 1000]) } : {}),
    },
    criteria: [...scored, ...drawGates(draw, scored, bands)],
    bands,
  };
}

function drawScored(draw: Draw): Criterion[] {
  const roles: Role[] = ['base'];
  for (let more = draw.between(0, 2); more > 0; more -= 1) roles.push('base');
  if (draw.chance(30)) roles.push('bonus');
  if (draw.chance(30)) roles.push('penalty');
  return roles.map((role, index) => drawCriterion(draw, `c${index + 1}`, role));
}

function drawCriterion(draw: Draw, code: string, role: Role): Criterion {
  const max = draw.pick(MAXIMA);
  return {
    code,
    text: code,
    role,
    max,
    rule: drawRule(draw, max),
    evidence: draw.chance(25) ? 'required' : 'optional',
    notApplicable: draw.pick(['forbidden', 'full', 'exclude']),
  };
}

function drawRule(draw: Draw, max: number): Rule {
  const rules: Rule[] = [
    { kind: 'points', step: draw.pick([50, 100, 500]) },
    { kind: 'yesno' },
    { kind: 'choice', options: drawOptions(max) },
    { kind: 'ratio' },
    { kind: 'count', unit: draw.pick([40, 125, 333]) },
    { kind: 'bands', bands: drawRuleBands(draw, max) },
    { kind: 'relative' },
  ];
  return draw.pick(rules);
}

function drawOptions(max: number) {
  return ['low', 'half', 'high'].map((code, index) => ({ code, points: (max / 2) * index, text: code }));
}

/** A gap from 20 to 30; the last is open at the top or not. */
function drawRuleBands(draw: Draw, max: number) {
  return [
    { from: 1000, to: 2000, points: max / 5 },
    { from: 3000, to: 4000, points: max / 2 },
    { from: 4000, points: max, ...(draw.chance(50) ? { to: 5000 } : {}) },
  ];
}

function drawGates(draw: Draw, scored: Criterion[], bands: Band[]): Criterion[] {
  return Array.from({ length: draw.pick([0, 0, 1, 2]) }, (_, index) => ({
    code: `g${index + 1}`,
    text: 'gate',
    role: 'gate' as const,
    max: 0,
    rule: { kind: 'yesno' as const },
    evidence: draw.chance(20) ? ('required' as const) : ('optional' as const),
    notApplicable: draw.chance(10) ? draw.pick(['full', 'exclude'] as const) : ('forbidden' as const),
    effect: drawEffect(draw, scored, bands),
  }));
}

function drawEffect(draw: Draw, scored: Criterion[], bands: Band[]): GateEffect {
  const zero = draw.some(scored.map(({ code }) => code));
  const effects: GateEffect[] = [{ ineligible: true }];
  if (zero.length > 0) effects.push({ zero });
  if (bands.length > 0) effects.push({ capBand: draw.pick(bands).code });
  return draw.pick(effects);
}

function drawBands(draw: Draw, scored: Criterion[]): Band[] {
  const base = scored.filter(({ role }) => role === 'base');
  const reachable = base.reduce((sum, { max }) => sum + max, 0);
  const count = draw.between(1, BAND_CODES.length);
  return BAND_CODES.slice(0, count).map((code, index) => ({
    code,
    name: code,
    from: (reachable / 5) * (4 - index),
    noZero: draw.chance(25),
  }));
}
