import type { OutcomeCode } from './outcome';
import type { Entrant } from './pool';
import { type WalkingOrder, tieGroups } from './tie-resolution';

/** How one award is walked down the ranking. */
interface WalkRule {
  /** k: the walk stops after so many recipients. */
  count: number;
  /** What those not reached get when the places are used up. */
  short: 'kept-for-minimum' | 'quota-full';
  perUnitMax: number | undefined;
  /** People decided to leave the places of an open tie empty. */
  leaveVacant: boolean;
  /** Eligible, and without a higher award here. */
  isCandidate: (entrant: Entrant) => boolean;
}

export interface Walk {
  recipients: Entrant[];
  /** The tie group in which the cut, or a unit cap, falls. */
  pending: Entrant[];
  /** The outcome of every candidate met. */
  marks: Map<Entrant, OutcomeCode>;
  /** The outcome of every candidate not met. */
  below: OutcomeCode;
}

/** Places left to each unit under `perUnitMax`. */
export class UnitPlaces {
  private readonly used = new Map<string, number>();

  constructor(private readonly max: number = Number.POSITIVE_INFINITY) {}

  left(unit: string): number {
    return this.max - (this.used.get(unit) ?? 0);
  }

  take(unit: string): void {
    this.used.set(unit, (this.used.get(unit) ?? 0) + 1);
  }
}

/** Walks tie group by tie group and stops after `count`, or at a tie that only people can resolve (spec §6). */
export function walk(order: WalkingOrder, rule: WalkRule): Walk {
  const walked: Walk = { recipients: [], pending: [], marks: new Map(), below: rule.short };
  const units = new UnitPlaces(rule.perUnitMax);
  for (const group of tieGroups(order)) {
    const left = rule.count - walked.recipients.length;
    if (left === 0) return walked;
    const candidates = meet(group, rule, units, walked);
    if (candidates.length > 1 && !allFit(candidates, left, units))
      return stopAt(candidates, left, rule, units, walked);
    for (const entrant of candidates) award(entrant, units, walked);
  }
  return walked;
}

/** The group is met as a whole: a member whose unit is already full stands aside. */
function meet(group: readonly Entrant[], rule: WalkRule, units: UnitPlaces, walked: Walk): Entrant[] {
  const candidates: Entrant[] = [];
  for (const entrant of group) {
    if (!rule.isCandidate(entrant)) continue;
    if (units.left(entrant.unit) > 0) candidates.push(entrant);
    else walked.marks.set(entrant, 'unit-cap');
  }
  return candidates;
}

function award(entrant: Entrant, units: UnitPlaces, walked: Walk): void {
  units.take(entrant.unit);
  walked.recipients.push(entrant);
  walked.marks.set(entrant, 'awarded');
}

function allFit(candidates: readonly Entrant[], left: number, units: UnitPlaces): boolean {
  return candidates.length <= left && mostPlaces(candidates, units) === candidates.length;
}

/** How many of a group the unit caps let through at most. */
function mostPlaces(candidates: readonly Entrant[], units: UnitPlaces): number {
  const wanted = new Map<string, number>();
  for (const { unit } of candidates) wanted.set(unit, (wanted.get(unit) ?? 0) + 1);
  let places = 0;
  for (const [unit, count] of wanted) places += count < units.left(unit) ? count : units.left(unit);
  return places;
}

function stopAt(candidates: Entrant[], left: number, rule: WalkRule, units: UnitPlaces, walked: Walk): Walk {
  const outcome = rule.leaveVacant ? 'tie-left-vacant' : 'tie-pending';
  for (const entrant of candidates) walked.marks.set(entrant, outcome);
  if (rule.leaveVacant) return { ...walked, below: 'tie-left-vacant' };
  // Places that a unit cap keeps the group from filling fall to those below, once the tie is resolved.
  const below = mostPlaces(candidates, units) < left ? 'blocked-by-tie' : rule.short;
  return { ...walked, pending: candidates, below };
}
