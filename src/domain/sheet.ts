import type { Criterion, CriteriaSet, Hundredths, Layer } from './campaign';
import { type BestEntries, isNotApplicable, pointsOf } from './criteria';
import type { Entries, Entry, Evidence } from './nomination';
import { type Exact, add, least, most, roundHalfUp, scale, subtract } from './points';
import type { ScoreLine, ScoreReason } from './score-line';

/** One filled-in score sheet: self, appraisal, or one member of the council. Gates are judged apart. */
export interface Sheet {
  layer: Layer;
  entries: Entries;
  /** The evidence rows to be asked for; null where the layer asks for none. */
  evidence: readonly Evidence[] | null;
  /** Criteria that a failed gate sets to 0. */
  zeroed: readonly string[];
  best: BestEntries;
}

/**
 * The total of a sheet: clamped, exact, not yet rounded. Null when a base entry is missing or every base criterion is
 * dropped: such a sheet is not scored.
 */
export function sheetTotal(set: CriteriaSet, sheet: Sheet): Exact | null {
  let [base, bonus, penalty]: Exact[] = [0, 0, 0] as const;
  let [allMax, leftMax] = [0, 0];
  for (const criterion of set.criteria) {
    if (criterion.role === 'gate') continue;
    const reason = reasonOf(criterion, sheet);
    if (reason === 'missing') return null;
    const points = pointsBy(reason, set, criterion, sheet);
    if (criterion.role === 'base') {
      allMax += criterion.max;
      leftMax += points === null ? 0 : criterion.max;
      base = add(base, points ?? 0);
    } else if (criterion.role === 'bonus') bonus = add(bonus, points ?? 0);
    else penalty = add(penalty, points ?? 0);
  }
  if (leftMax === 0) return null;
  return totalOf(set, leftMax === allMax ? base : scale(base, allMax, leftMax), bonus, penalty);
}

/** What one criterion gave on a sheet, with the entry that made it. */
export function sheetLine(set: CriteriaSet, criterion: Criterion, sheet: Sheet): ScoreLine {
  const because = reasonOf(criterion, sheet);
  const line = scoreLine(criterion, pointsBy(because, set, criterion, sheet), because);
  line.entry = sheet.entries[criterion.code];
  if (criterion.rule.kind === 'relative') line.best = sheet.best.get(criterion.code);
  return line;
}

/** The points that a criterion earned on a sheet, as tie-breaks count them: 0 for `na`, however it is scored. */
export function earnedPoints(set: CriteriaSet, criterion: Criterion, sheet: Sheet): Exact {
  const reason = reasonOf(criterion, sheet);
  return reason === 'not-applicable-full' ? 0 : (pointsBy(reason, set, criterion, sheet) ?? 0);
}

export function scoreLine({ code, max }: Criterion, points: Exact | null, because: ScoreReason): ScoreLine {
  if (points === null || typeof points === 'number') return { criterion: code, points, max, because };
  return { criterion: code, points: roundHalfUp(points, 1), exact: points, max, because };
}

/** The points behind a line, exact; null when there are none. */
export function exactPoints({ points, exact }: ScoreLine): Exact | null {
  return exact ?? points;
}

/** Why a criterion gets its points: entry → not applicable → evidence → gate zeroes (spec §1, “Order”). */
function reasonOf(criterion: Criterion, { entries, evidence, zeroed }: Sheet): ScoreReason {
  const entry = entries[criterion.code];
  if (entry === undefined) return criterion.role === 'base' ? 'missing' : 'not-entered';
  const isDropped = isNotApplicable(criterion, entry);
  if (isDropped && criterion.notApplicable !== 'full') return 'not-applicable-excluded';
  if (evidence !== null && criterion.evidence === 'required' && !hasEvidence(evidence, criterion.code)) {
    return 'no-evidence';
  }
  if (zeroed.length > 0 && zeroed.includes(criterion.code)) return 'zeroed-by-gate';
  return isDropped ? 'not-applicable-full' : 'entered';
}

/** The points that follow from the reason, rounded where the set rounds items; null when there are none. */
function pointsBy(reason: ScoreReason, set: CriteriaSet, criterion: Criterion, sheet: Sheet): Exact | null {
  if (reason === 'entered') return rounded(set, enteredPoints(criterion, sheet));
  if (reason === 'not-applicable-full') return rounded(set, criterion.max);
  return reason === 'missing' || reason === 'not-applicable-excluded' ? null : 0;
}

function enteredPoints(criterion: Criterion, { layer, entries, best }: Sheet): Exact {
  const entry = entries[criterion.code] as Entry;
  // In the council layer every entry is plain points, whatever the rule.
  return layer === 'council' ? (entry as Hundredths) : pointsOf(criterion, entry, best);
}

function rounded({ rounding }: CriteriaSet, points: Exact): Exact {
  return rounding.at === 'item' ? roundHalfUp(points, rounding.step) : points;
}

function hasEvidence(evidence: readonly Evidence[], code: string): boolean {
  for (const { criterion } of evidence) if (criterion === code) return true;
  return false;
}

function totalOf({ caps, clamp }: CriteriaSet, base: Exact, bonus: Exact, penalty: Exact): Exact {
  const added = caps.bonus === undefined ? bonus : least(bonus, caps.bonus);
  const taken = caps.penalty === undefined ? penalty : least(penalty, caps.penalty);
  const total = subtract(add(base, added), taken);
  const floored = clamp.min === undefined ? total : most(total, clamp.min);
  return clamp.max === undefined ? floored : least(floored, clamp.max);
}
