import { compareCodes } from './canonical';
import { concordance } from './concordance';
import { type Exact, least, most, subtract } from './points';

/** One scorer's totals by nominee, in hundredths, exact; a nominee whom the scorer did not score has no key. */
export interface ScorerSheet {
  scorer: string;
  totals: Readonly<Record<string, Exact>>;
}

/** How far the scorers of one nominee lie apart, in hundredths. */
interface Spread {
  nominee: string;
  scorers: number;
  min: Exact;
  max: Exact;
  range: Exact;
}

export interface Agreement {
  /** Every nominee that somebody scored, by code. */
  spread: Spread[];
  /** How many filled in a sheet. */
  scorers: number;
  /** The nominees whom all of them scored, by code: only these are compared. */
  compared: string[];
  kendallW: KendallW;
}

/** From 0 (no agreement) to 1 (the same order), reduced; `all-equal` where every scorer ties all nominees. */
export type KendallW = { numerator: bigint; denominator: bigint } | 'too-few' | 'all-equal';

/** Below these a coefficient says more about chance than about the scorers. */
const FEWEST_SCORERS = 3;
const FEWEST_NOMINEES = 3;

/**
 * How much the scorers of one pool agree. A diagnostic for people, never used to change a score. Sheets without a total
 * are no sheets; incomplete ones count with the nominees that all have scored.
 */
export function agreementOf(sheets: readonly ScorerSheet[]): Agreement {
  const filled = sheets.filter(({ totals }) => Object.keys(totals).length > 0);
  const nominees = [...new Set(filled.flatMap(({ totals }) => Object.keys(totals)))].sort(compareCodes);
  const compared = nominees.filter((nominee) => filled.every(({ totals }) => Object.hasOwn(totals, nominee)));
  return {
    spread: nominees.map((nominee) => spreadOf(nominee, filled)),
    scorers: filled.length,
    compared,
    kendallW: kendallW(filled.map(({ totals }) => compared.map((nominee) => totals[nominee] ?? 0))),
  };
}

function spreadOf(nominee: string, sheets: readonly ScorerSheet[]): Spread {
  const totals = sheets.flatMap((sheet) => sheet.totals[nominee] ?? []);
  const [min, max] = [totals.reduce(least), totals.reduce(most)];
  return { nominee, scorers: totals.length, min, max, range: subtract(max, min) };
}

function kendallW(scores: readonly (readonly Exact[])[]): KendallW {
  if (scores.length < FEWEST_SCORERS || (scores[0] ?? []).length < FEWEST_NOMINEES) return 'too-few';
  return concordance(scores) ?? 'all-equal';
}
