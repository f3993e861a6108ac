import { textOrder } from './ties';

/** One award of a pool, with a stated maximum. */
export interface Place {
  award: string;
  min: number;
  max: number;
  perUnitMax: number;
  /** The ranking as this award walks it, in codes. */
  groups: string[][];
  eligible: ReadonlySet<string>;
}

/** §6, `reserve`: every vector of counts 0…max is tried, the best kept. Awards highest tier first. */
export function reserveCounts(places: Place[], unitOf: (code: string) => string): number[] {
  let best: { k: number[]; merit: number[] } | undefined;
  for (const k of vectors(places.map(({ max }) => max))) {
    const merit = meritOf(places, recipientCounts(places, k, unitOf), k);
    if (!best || isBetter(merit, best.merit)) best = { k, merit };
  }
  return best?.k ?? [];
}

function vectors(maxima: number[]): number[][] {
  return maxima.reduce<number[][]>(
    (all, max) => all.flatMap((vector) => Array.from({ length: max + 1 }, (_, k) => [...vector, k])),
    [[]],
  );
}

/** Least total shortfall, most recipients by tier, largest k by tier: each as a number of which more is better. */
function meritOf(places: Place[], recipients: number[], k: number[]): number[] {
  const shortfall = places.reduce((total, { min }, at) => total + lacking(min, recipients[at] ?? 0), 0);
  return [-shortfall, ...recipients, ...k];
}

function isBetter(a: number[], b: number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** For this count only, a tie group is walked in code order. */
function recipientCounts(places: Place[], k: number[], unitOf: (code: string) => string): number[] {
  const taken = new Set<string>();
  return places.map((place, at) => {
    const units: string[] = [];
    for (const code of place.groups.flatMap((group) => [...group].sort(textOrder))) {
      if (units.length === (k[at] ?? 0)) break;
      if (!place.eligible.has(code) || taken.has(code)) continue;
      const unit = unitOf(code);
      if (units.filter((other) => other === unit).length >= place.perUnitMax) continue;
      units.push(unit);
      taken.add(code);
    }
    return units.length;
  });
}

export function lacking(min: number, filled: number): number {
  return filled < min ? min - filled : 0;
}
