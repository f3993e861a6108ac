import { compareCodes } from './canonical';
import type { AwardResult, OutcomeCode } from './outcome';
import type { AwardLine, Entrant, PoolInput } from './pool';
import { countsFor } from './reserve';
import { walkingOrder } from './tie-resolution';
import { UnitPlaces, type Walk, walk } from './walk';

/** What became of one award in one pool. */
export interface AwardAllocation {
  award: string;
  /** Absent where the plan states no number of places. */
  result?: AwardResult;
  /** Also of entrants who are not ranked. */
  outcomeOf: (entrant: Entrant) => OutcomeCode;
}

/** The awards of a pool given out so far. */
interface Given {
  allocations: AwardAllocation[];
  /** Who holds an award of this pool. */
  taken: ReadonlySet<Entrant>;
  /** A tie is open above: lower awards wait. */
  isBlocked: boolean;
}

const NOTHING_WALKED: Walk = { recipients: [], pending: [], marks: new Map(), below: 'blocked-by-tie' };

/** Allocates the awards of one pool in tier order, each a prefix of the ranking (spec §6). */
export function allocate(pool: PoolInput): AwardAllocation[] {
  const counts = countsFor(pool);
  const start: Given = { allocations: [], taken: new Set(), isBlocked: false };
  return pool.lines.reduce((given, line, index) => give(pool, line, index, counts[index] ?? 0, given), start)
    .allocations;
}

function give(pool: PoolInput, line: AwardLine, index: number, count: number, given: Given): Given {
  if (line.quota.kind !== 'range') return withoutNumber(line, index, given);
  const walked = given.isBlocked ? NOTHING_WALKED : walkDown(pool, line, index, count, given);
  const allocation: AwardAllocation = {
    award: line.award.code,
    result: {
      award: line.award.code,
      ...numbers(line.quota, count, walked),
      reserve: nextInLine(pool, line, index, walked, given),
    },
    outcomeOf: (entrant) =>
      entrant.verdict(index) ??
      (given.taken.has(entrant) ? 'awarded-higher' : (walked.marks.get(entrant) ?? walked.below)),
  };
  return {
    allocations: [...given.allocations, allocation],
    taken: new Set([...given.taken, ...walked.recipients]),
    isBlocked: given.isBlocked || walked.pending.length > 0,
  };
}

/** No line, before every other outcome; or a line without a number: ranked, nobody awarded, people decide (spec §5). */
function withoutNumber({ award, quota }: AwardLine, index: number, given: Given): Given {
  const outcomeOf = (entrant: Entrant): OutcomeCode =>
    quota.kind === 'none' ? 'no-quota-line' : (entrant.verdict(index) ?? 'quota-not-stated');
  return { ...given, allocations: [...given.allocations, { award: award.code, outcomeOf }] };
}

function walkDown(
  pool: PoolInput,
  { award, quota }: AwardLine,
  index: number,
  count: number,
  given: Given,
): Walk {
  if (quota.kind !== 'range') return NOTHING_WALKED;
  return walk(walkingOrder(pool, index), {
    count,
    short: count < quota.max ? 'kept-for-minimum' : 'quota-full',
    perUnitMax: quota.line.perUnitMax,
    leaveVacant: pool.resolutions.some(
      (resolution) => resolution.award === award.code && resolution.leaveVacant,
    ),
    isCandidate: (entrant) => entrant.verdict(index) === null && !given.taken.has(entrant),
  });
}

function numbers({ min, max }: { min: number; max: number }, offered: number, { recipients, pending }: Walk) {
  const filled = recipients.length;
  return {
    min,
    max,
    offered,
    filled,
    shortfall: filled < min ? min - filled : 0,
    recipients: recipients.map(({ code }) => code),
    pending: pending.map(({ code }) => code).toSorted(compareCodes),
    places: pending.length > 0 ? offered - filled : 0,
  };
}

/** The next eligible whose unit still has room, at most three; none while a tie is open or places are left vacant. */
function nextInLine(
  pool: PoolInput,
  { quota }: AwardLine,
  index: number,
  walked: Walk,
  given: Given,
): string[] {
  if (quota.kind !== 'range' || walked.pending.length > 0) return [];
  if (walked.below !== 'quota-full' && walked.below !== 'kept-for-minimum') return [];
  const units = new UnitPlaces(quota.line.perUnitMax);
  for (const { unit } of walked.recipients) units.take(unit);
  const next: string[] = [];
  for (const entrant of walkingOrder(pool, index).entrants) {
    if (next.length === 3) break;
    const isMet = given.taken.has(entrant) || walked.marks.has(entrant);
    if (entrant.verdict(index) === null && !isMet && units.left(entrant.unit) > 0) next.push(entrant.code);
  }
  return next;
}
