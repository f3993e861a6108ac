import type { EntityManager } from 'typeorm';
import type { Campaign } from '../../domain/campaign';
import { evaluate } from '../../domain/evaluation';
import type { OpenPhase } from '../campaigns/phase.queries';
import { roundOf } from '../nominations/round.queries';
import type { ItemRow } from './item.entity';

/** A tie at the cut as the rules see it now. */
export interface PendingTie {
  criteriaSet: string;
  award: string;
  /** By code. */
  codes: readonly string[];
  places: number;
  /** Whether nominees with equal votes who all get a place may stay side by side: not where a unit has a cap. */
  together: boolean;
}

/** Every tie that people have to break, of the round as it stands. */
export async function pendingTies(reader: EntityManager, open: OpenPhase): Promise<PendingTie[]> {
  const { campaign } = open;
  const { pools } = evaluate(campaign, await roundOf(reader, open));
  return pools.flatMap(({ criteriaSet, awards }) =>
    awards
      .filter(({ pending }) => pending.length > 0)
      .map(({ award, pending, places }) => ({
        criteriaSet,
        award,
        codes: pending,
        places,
        together: !hasUnitCap(campaign, award),
      })),
  );
}

/** Whether the tie that a question was made for is there as it was. */
export function stillTied(ties: readonly PendingTie[], item: ItemRow): boolean {
  return tieOf(ties, item) !== undefined;
}

/** The pending tie of a question, if it is still the same. */
export function tieOf(ties: readonly PendingTie[], { award, tie }: ItemRow): PendingTie | undefined {
  return ties.find(
    (each) =>
      each.award === award &&
      each.criteriaSet === tie?.criteriaSet &&
      each.places === tie.places &&
      sameCodes(each.codes, tie.groups.flat()),
  );
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

/** Whether a unit can have no more than so many of an award. */
export function hasUnitCap({ awards }: Campaign, code: string): boolean {
  const award = awards.find((each) => each.code === code);
  return award?.quota.some(({ perUnitMax }) => perUnitMax !== undefined) ?? false;
}
