import type { Entrant, PoolInput } from './pool';
import { walkingOrder } from './tie-resolution';
import { UnitPlaces } from './walk';

interface Line {
  min: number;
  max: number;
  perUnitMax: number | undefined;
  eligible: Eligible;
}

/** The eligible entrants of one award in walking order, tie groups by code; judged only as far as a walk goes. */
class Eligible {
  private readonly found: Entrant[] = [];
  private judged = 0;

  constructor(
    private readonly entrants: readonly Entrant[],
    private readonly index: number,
  ) {}

  at(place: number): Entrant | undefined {
    while (this.found.length <= place && this.judged < this.entrants.length) {
      const entrant = this.entrants[this.judged++] as Entrant;
      if (entrant.verdict(this.index) === null) this.found.push(entrant);
    }
    return this.found[place];
  }
}

/**
 * k for every award of a pool, 0 for those without a maximum (spec §6).
 *
 * Under `reserve`: the least total shortfall, then the most recipients of tier 1, then of tier 2, …, then the largest k.
 * The least shortfall is had when every award takes just its minimum. One more recipient at a tier takes one nominee from
 * the tiers below, whose shortfall grows by one or not at all; so the counts that keep the least shortfall have no gaps
 * above the minimum, and the largest of them is found by halving, tier after tier.
 */
export function countsFor(pool: PoolInput): number[] {
  const lines = pool.lines.map((_, index) => lineOf(pool, index));
  const counts = lines.map(({ max }) => max);
  if (pool.minimum === 'report' || lines.every(({ min }) => min === 0)) return counts;
  return reserveCounts(lines);
}

function reserveCounts(lines: readonly Line[]): number[] {
  const counts = lines.map(({ min, max }) => (min < max ? min : max));
  const least = shortfall(lines, counts);
  lines.forEach(({ max }, index) => {
    counts[index] = largest(
      counts[index] ?? 0,
      max,
      (count) => shortfall(lines, counts.with(index, count)) === least,
    );
  });
  return counts;
}

/** The largest number in `low…high` that holds, where `low` holds and none holds above one that does not. */
function largest(low: number, high: number, holds: (count: number) => boolean): number {
  while (low < high) {
    const middle = high - ((high - low) >> 1);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Total shortfall below the minimums when each award takes the prefix of its count. */
function shortfall(lines: readonly Line[], counts: readonly number[]): number {
  const taken = new Set<Entrant>();
  return lines.reduce((total, line, index) => {
    const filled = fill(line, counts[index] ?? 0, taken);
    return total + (filled < line.min ? line.min - filled : 0);
  }, 0);
}

function fill({ eligible, perUnitMax }: Line, count: number, taken: Set<Entrant>): number {
  const units = new UnitPlaces(perUnitMax);
  let filled = 0;
  for (let place = 0; filled < count; place++) {
    const entrant = eligible.at(place);
    if (!entrant) break;
    if (taken.has(entrant) || units.left(entrant.unit) <= 0) continue;
    units.take(entrant.unit);
    taken.add(entrant);
    filled++;
  }
  return filled;
}

function lineOf(pool: PoolInput, index: number): Line {
  const quota = pool.lines[index]?.quota;
  const eligible = new Eligible(walkingOrder(pool, index).entrants, index);
  if (quota?.kind !== 'range') return { min: 0, max: 0, perUnitMax: undefined, eligible };
  return { min: quota.min, max: quota.max, perUnitMax: quota.line.perUnitMax, eligible };
}
