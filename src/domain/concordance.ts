import { type Exact, compare } from './points';

/**
 * Kendall’s coefficient of concordance with the correction for ties, as a reduced fraction from 0 to 1:
 * W = (12 Σ Rᵢ² − 3 m² n (n + 1)²) / (m² n (n² − 1) − m Σ (t³ − t)), with m scorers, n nominees, R the sum of a nominee’s
 * ranks (tied ones share the mean rank) and t the size of each group of ties (Kendall, Rank Correlation Methods, ch. 6;
 * Siegel & Castellan 1988, § 9.6). Undefined, null, when every scorer gives all nominees the same.
 *
 * @param scores one row for each scorer, all rows with the same nominees in the same order; at least one row
 */
export function concordance(
  scores: readonly (readonly Exact[])[],
): { numerator: bigint; denominator: bigint } | null {
  const ranked = scores.map(doubledRanks);
  const [m, n] = [BigInt(scores.length), BigInt(scores[0]?.length ?? 0)];
  const squares = sum(
    (scores[0] ?? []).map((_, at) => sum(ranked.map(({ ranks }) => ranks[at] ?? 0n)) ** 2n),
  );
  const ties = sum(ranked.map((row) => row.ties));
  const numerator = 3n * squares - 3n * m * m * n * (n + 1n) ** 2n;
  const denominator = m * m * n * (n * n - 1n) - m * ties;
  if (denominator === 0n) return null;
  const common = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

/** Twice the mean rank of each score, so that all are whole, and Σ (t³ − t) over the groups of equal ones. */
function doubledRanks(scores: readonly Exact[]): { ranks: bigint[]; ties: bigint } {
  const order = scores.map((_, at) => at).sort((a, b) => compare(scores[a] ?? 0, scores[b] ?? 0));
  const ranks = scores.map(() => 0n);
  let ties = 0n;
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && equal(scores, order[start], order[end])) end += 1;
    for (const at of order.slice(start, end)) ranks[at] = BigInt(start + 1 + end);
    const size = BigInt(end - start);
    ties += size ** 3n - size;
  }
  return { ranks, ties };
}

function equal(scores: readonly Exact[], a = -1, b = -1): boolean {
  return compare(scores[a] ?? 0, scores[b] ?? 0) === 0;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
