import { bandOf } from './band';
import type { Criterion, Hundredths } from './campaign';
import { aggregate, meanLine } from './council-aggregate';
import { criterionName } from './criterion-name';
import type { Nomination } from './nomination';
import { type Exact, roundHalfUp } from './points';
import type { ScoreLine } from './score-line';
import type { ScoringContext } from './scoring-context';
import { type Sheet, earnedPoints, exactPoints, scoreLine, sheetLine, sheetTotal } from './sheet';

/** The official score of one nomination. */
export interface Score {
  /** Rounded once at the step of the set; null when withdrawn or incomplete: never a 0. */
  total: Hundredths | null;
  band: string | null;
  /** Gates that are false, in the order of the set. */
  failedGates: readonly Criterion[];
}

const NONE: readonly never[] = [];

/**
 * Scores one nomination in the official layer of its campaign: entry → points → evidence → gate zeroes → item rounding →
 * base + bonus − penalty → clamp → rounding (spec §1, “Order”).
 */
export function score(context: ScoringContext, nomination: Nomination): Score {
  if (nomination.state === 'withdrawn') return { total: null, band: null, failedGates: NONE };
  const failedGates = gatesThatFail(context, nomination);
  const total = officialTotal(context, nomination, failedGates);
  const lineOn = (criterion: Criterion) =>
    lineOf(context, criterion, sheetsOf(context, nomination, failedGates));
  return {
    total,
    band: total === null ? null : bandOf(context.set, total, failedGates, lineOn),
    failedGates,
  };
}

/** The lines that make the score, one for each criterion of the set; none for a withdrawn nomination. */
export function scoreLines(context: ScoringContext, nomination: Nomination): ScoreLine[] {
  if (nomination.state === 'withdrawn') return [];
  const failed = gatesThatFail(context, nomination);
  const sheets = sheetsOf(context, nomination, failed);
  return context.set.criteria.map((criterion) =>
    criterion.role === 'gate'
      ? gateLine(context, criterion, nomination)
      : withGates(lineOf(context, criterion, sheets), failed),
  );
}

/** Names the gates that failed and set the line to 0; others that could have done so are no reason. */
function withGates(line: ScoreLine, failed: readonly Criterion[]): ScoreLine {
  if (line.because !== 'zeroed-by-gate') return line;
  return {
    ...line,
    gates: failed.filter((gate) => zeroedBy([gate]).includes(line.criterion)).map(criterionName),
  };
}

/** The points that `criterion:CODE` compares: 0 for `na` and for a criterion of another set (spec §3). */
export function ownPoints(
  context: ScoringContext,
  nomination: Nomination,
  score: Score,
  code: string,
): Exact {
  const criterion = context.set.criteria.find((each) => each.code === code);
  if (criterion === undefined || criterion.role === 'gate') return 0;
  const sheets = sheetsOf(context, nomination, score.failedGates);
  const [only] = sheets;
  if (context.scoring.official !== 'council' && only) return earnedPoints(context.set, criterion, only);
  const line = meanLine(context.set, criterion, sheets);
  return line.because === 'not-applicable-full' ? 0 : (exactPoints(line) ?? 0);
}

/** One scorer's own total, exact; null while the sheet is incomplete. */
interface ScorerTotal {
  scorer: string;
  total: Exact | null;
}

/**
 * What each member of the council gives a nomination, by the same steps as the official score up to the clamp; recused ones
 * are left out, and a withdrawn nomination has none.
 */
export function scorerTotals(
  { set, gates, ...context }: ScoringContext,
  nomination: Nomination,
): ScorerTotal[] {
  if (nomination.state === 'withdrawn') return [];
  const council: ScoringContext = {
    ...context,
    set,
    gates,
    scoring: { ...context.scoring, official: 'council' },
  };
  const zeroed = zeroedBy(gatesThatFail(council, nomination));
  const sheets = (nomination.scores.council ?? []).filter(({ recused }) => !recused);
  return sheets.map(({ member, points }) => ({
    scorer: member,
    total: sheetTotal(set, { layer: 'council', entries: points, evidence: null, zeroed, best: council.best }),
  }));
}

function officialTotal(context: ScoringContext, nomination: Nomination, failedGates: readonly Criterion[]) {
  const { scoring, set, gates } = context;
  if (gates.some((gate) => gateEntry(context, gate, nomination) === undefined)) return null;
  const totals = sheetsOf(context, nomination, failedGates).map((sheet) => sheetTotal(set, sheet));
  if (totals.length < (scoring.official === 'council' ? scoring.council.minScorers : 1)) return null;
  const counted = totals.filter((total) => total !== null);
  const [first] = counted;
  if (first === undefined || counted.length < totals.length) return null;
  const total = scoring.official === 'council' ? aggregate(counted, scoring.council.aggregate) : first;
  return roundHalfUp(total, set.rounding.step);
}

/** The sheets that count: the one of the official layer, or those of the council's members who are not recused. */
function sheetsOf(
  { scoring, best }: ScoringContext,
  nomination: Nomination,
  failed: readonly Criterion[],
): Sheet[] {
  const layer = scoring.official;
  const zeroed = zeroedBy(failed);
  if (layer !== 'council') {
    const evidence = layer === 'appraisal' ? nomination.evidence : null;
    return [{ layer, entries: nomination.scores[layer] ?? {}, evidence, zeroed, best }];
  }
  const counted = (nomination.scores.council ?? []).filter(({ recused }) => !recused);
  return counted.map(({ points }) => ({ layer, entries: points, evidence: null, zeroed, best }));
}

function lineOf({ scoring, set }: ScoringContext, criterion: Criterion, sheets: readonly Sheet[]): ScoreLine {
  const [only] = sheets;
  if (scoring.official === 'council' || only === undefined) return meanLine(set, criterion, sheets);
  return sheetLine(set, criterion, only);
}

function gatesThatFail(context: ScoringContext, nomination: Nomination): readonly Criterion[] {
  if (context.gates.length === 0) return NONE;
  return context.gates.filter((gate) => gateEntry(context, gate, nomination) === false);
}

/** Gates are judged in the official layer; a council takes them from the appraisal. */
function gateEntry({ scoring }: ScoringContext, gate: Criterion, { scores }: Nomination) {
  return scores[scoring.official === 'self' ? 'self' : 'appraisal']?.[gate.code];
}

function zeroedBy(failed: readonly Criterion[]): readonly string[] {
  if (failed.length === 0) return NONE;
  return failed.flatMap(({ effect }) => (effect && 'zero' in effect ? effect.zero : []));
}

function gateLine(context: ScoringContext, gate: Criterion, nomination: Nomination): ScoreLine {
  const entry = gateEntry(context, gate, nomination);
  if (entry === undefined) return scoreLine(gate, null, 'missing');
  if (entry === 'na') return scoreLine(gate, null, 'not-applicable-excluded');
  return scoreLine(gate, null, entry === true ? 'gate-passed' : 'gate-failed');
}
