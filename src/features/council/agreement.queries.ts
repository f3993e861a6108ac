import type { EntityManager } from 'typeorm';
import { type Agreement, agreementOf } from '../../domain/agreement';
import { samePool } from '../../domain/same-pool';
import { scorerTotals } from '../../domain/scoring';
import { scoringContext } from '../../domain/scoring-context';
import type { Exact } from '../../domain/points';
import { openPhaseById } from '../campaigns/phase.queries';
import { roundOf } from '../nominations/round.queries';

/** How far the scorers of one pool agree: for people to look at, and never used to change a score. */
export interface PoolAgreement {
  criteriaSet: string;
  title: string;
  agreement: Agreement;
  /** Names of the nominees by code. */
  names: Map<string, string>;
}

/** The agreement of the scorers in every pool that has council sheets. */
export async function agreementIn(reader: EntityManager, phaseId: string): Promise<PoolAgreement[]> {
  const open = await openPhaseById(reader, phaseId);
  const round = await roundOf(reader, open);
  const nominations = round.nominations.filter(({ scores }) => (scores.council ?? []).length > 0);
  return open.campaign.criteriaSets.flatMap((set) => {
    const pool = nominations.filter((nomination) => samePool(nomination, set));
    if (pool.length === 0) return [];
    const context = scoringContext(open.campaign, set, pool);
    const totals = new Map<string, Record<string, Exact>>();
    for (const nomination of pool)
      for (const { scorer, total } of scorerTotals(context, nomination))
        if (total !== null) totals.set(scorer, { ...totals.get(scorer), [nomination.code]: total });
    const sheets = [...totals].map(([scorer, own]) => ({ scorer, totals: own }));
    const names = new Map(pool.map(({ code, name }) => [code, name]));
    return [{ criteriaSet: set.code, title: set.title, agreement: agreementOf(sheets), names }];
  });
}
