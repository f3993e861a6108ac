import type { CriteriaSet, Criterion, Layer } from '../../../src/domain/campaign';
import type { CouncilSheet, Entries, Entry, Nomination } from '../../../src/domain/nomination';
import type { Draw } from './draw';

/** How often, in 100, an entry is missing or `na`, a gate false, a member recused: drawn once for a round. */
export interface Odds {
  missing: number;
  notApplicable: number;
  gateFailed: number;
  recused: number;
}

export function drawOdds(draw: Draw): Odds {
  return {
    missing: draw.pick([0, 1, 1, 8]),
    notApplicable: draw.pick([0, 8, 8, 35]),
    gateFailed: draw.pick([0, 8, 8, 50]),
    recused: draw.pick([0, 10, 60]),
  };
}

/** Sheets of every layer; few values, so that equal totals are common. */
export function drawScores(draw: Draw, set: CriteriaSet, odds: Odds): Nomination['scores'] {
  return {
    self: drawEntries(draw, set, 'self', odds),
    appraisal: drawEntries(draw, set, 'appraisal', odds),
    council: Array.from({ length: draw.pick([2, 1, 3, 5, 6]) }, (_, index) =>
      drawSheet(draw, set, index, odds),
    ),
  };
}

function drawSheet(draw: Draw, set: CriteriaSet, index: number, odds: Odds): CouncilSheet {
  return {
    member: `M${index}`,
    recused: draw.chance(odds.recused),
    points: drawEntries(draw, set, 'council', odds),
  };
}

function drawEntries(draw: Draw, set: CriteriaSet, layer: Layer, odds: Odds): Entries {
  const entries: Entries = {};
  for (const criterion of set.criteria) {
    if (layer === 'council' && criterion.role === 'gate') continue;
    const missing = criterion.role === 'base' || criterion.role === 'gate' ? odds.missing : 20;
    if (!draw.chance(missing)) entries[criterion.code] = drawEntry(draw, criterion, layer, odds);
  }
  return entries;
}

function drawEntry(draw: Draw, criterion: Criterion, layer: Layer, odds: Odds): Entry {
  if (criterion.notApplicable !== 'forbidden' && draw.chance(odds.notApplicable)) return 'na';
  if (criterion.role === 'gate') return !draw.chance(odds.gateFailed);
  if (layer === 'council') return draw.pick([criterion.max, criterion.max / 2, 0, criterion.max - 1]);
  return drawRuleEntry(draw, criterion);
}

function drawRuleEntry(draw: Draw, { rule, max, notApplicable }: Criterion): Entry {
  switch (rule.kind) {
    case 'points':
      return draw.pick([max, max - rule.step, 0]);
    case 'yesno':
      return draw.chance(70);
    case 'choice':
      return draw.pick(rule.options).code;
    case 'ratio':
      return drawRatio(draw, notApplicable === 'forbidden' ? [300] : [300, 300, 700, 0]);
    case 'count':
      return draw.pick([3, 1, 0, 30]);
    case 'bands':
      return draw.pick([4000, 3999, 500, 1000, 2000, 2500, 5000]);
    case 'relative':
      return draw.pick([300, 200, 100, 0]);
  }
}

function drawRatio(draw: Draw, wholes: number[]): Entry {
  const of = draw.pick(wholes);
  return { done: draw.pick([of, 0, of > 100 ? 200 : 0]), of };
}
