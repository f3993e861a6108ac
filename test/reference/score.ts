import type { Campaign, CriteriaSet, Criterion, Layer } from '../../src/domain/campaign';
import type { Entries, Nomination } from '../../src/domain/nomination';
import { bandOf } from './bands';
import { aggregated, ownPoints } from './council';
import { type Fraction, roundHalfUp, toInteger } from './fraction';
import { itemsOf, isZero, type Item, type SheetContext, sheetTotal } from './sheet';

export interface Score {
  /** Rounded, in hundredths; null when withdrawn or not scored. */
  total: number | null;
  band: string | null;
  /** Own points by criterion, gates left out; null when dropped. Empty without a total. */
  points: Map<string, Fraction | null>;
  /** Criteria whose entry says that they do not apply (on the council: on every counted sheet). */
  notApplicable: Set<string>;
  /** Gates that are false, in the order of the set. */
  failed: Criterion[];
}

/** §1 for one nomination in one layer; `pool` holds every nomination of its set. */
export function scoreOf(
  campaign: Campaign,
  set: CriteriaSet,
  pool: Nomination[],
  one: Nomination,
  layer: Layer,
): Score {
  const gateEntries = one.scores[layer === 'self' ? 'self' : 'appraisal'] ?? {};
  const gates = set.criteria.filter(({ role }) => role === 'gate');
  const failed = gates.filter(({ code }) => gateEntries[code] === false);
  const none: Score = { total: null, band: null, points: new Map(), notApplicable: new Set(), failed };
  if (one.state === 'withdrawn') return none;
  if (gates.some(({ code }) => gateEntries[code] === undefined)) return none;
  const sheets = entriesOf(one, layer).map((entries) =>
    itemsOf(set, entries, contextOf(pool, one, layer, failed)),
  );
  const total = totalOf(campaign, set, sheets, layer);
  return total === null ? none : { ...none, total, ...judged(set, sheets, layer, total, failed) };
}

function totalOf(campaign: Campaign, set: CriteriaSet, sheets: Item[][], layer: Layer): number | null {
  const { aggregate, minScorers } = campaign.scoring.council;
  if (sheets.length === 0 || (layer === 'council' && sheets.length < minScorers)) return null;
  const totals = sheets.map((items) => sheetTotal(set, items));
  const present = totals.filter((total) => total !== null);
  if (present.length < totals.length) return null;
  const exact = layer === 'council' ? aggregated(present, aggregate) : present[0];
  return exact === undefined ? null : toInteger(roundHalfUp(exact, set.rounding.step));
}

function judged(set: CriteriaSet, sheets: Item[][], layer: Layer, total: number, failed: Criterion[]) {
  const scored = set.criteria.filter(({ role }) => role !== 'gate');
  const points = new Map(scored.map(({ code }) => [code, pointsOn(sheets, code, layer)]));
  const notApplicable = new Set(scored.map(({ code }) => code).filter((code) => saysNa(sheets, code)));
  const zero = scored.some(({ code, role }) => role === 'base' && isZero(points.get(code) ?? null));
  return { points, notApplicable, band: bandOf(set, total, zero, failed) };
}

/** On the council the plain mean of the sheets that do not say `na`; else what the criterion gives, `full` included. */
function pointsOn(sheets: Item[][], code: string, layer: Layer): Fraction | null {
  if (layer === 'council') return ownPoints(sheets, code);
  const item = sheets.flat().find(({ criterion }) => criterion.code === code);
  return item?.state === 'points' ? item.points : null;
}

function saysNa(sheets: Item[][], code: string): boolean {
  return sheets.flat().every((item) => item.criterion.code !== code || item.notApplicable);
}

/** The sheets that count: one of the unit or the office, or those of the members who did not step aside. */
function entriesOf(one: Nomination, layer: Layer): Entries[] {
  if (layer !== 'council') return [one.scores[layer] ?? {}];
  return (one.scores.council ?? []).filter(({ recused }) => !recused).map(({ points }) => points);
}

function contextOf(pool: Nomination[], one: Nomination, layer: Layer, failed: Criterion[]): SheetContext {
  return {
    layer,
    evidence: new Set(one.evidence.map(({ criterion }) => criterion)),
    zeroed: new Set(failed.flatMap(({ effect }) => (effect && 'zero' in effect ? effect.zero : []))),
    best: (criterion) => (layer === 'council' ? 0 : bestEntry(pool, layer, criterion)),
  };
}

/** `relative`: the best entry of the same layer in the pool (not withdrawn); 0 when there is none. */
function bestEntry(pool: Nomination[], layer: 'self' | 'appraisal', criterion: string): number {
  let best = 0;
  for (const other of pool) {
    const entry = other.scores[layer]?.[criterion];
    if (other.state !== 'withdrawn' && typeof entry === 'number' && entry > best) best = entry;
  }
  return best;
}
