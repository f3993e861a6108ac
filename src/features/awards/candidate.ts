import type { EntityManager } from 'typeorm';
import { type Actor, isRecused, mayOn } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { covers } from '../../domain/eligibility';
import type { PhaseRow } from '../campaigns/phase.entity';
import type { OpenPhase } from '../campaigns/phase.queries';
import { MatterRow } from '../nominations/matter.entity';
import { requireRight } from '../nominations/nomination.desk';
import { NominationRow } from '../nominations/nomination.entity';
import { DecisionRow } from './decision.entity';
import { STANDING } from './decision.store';

/** A nomination that may be given this award as it stands. */
export interface Candidate {
  nomination: NominationRow;
  award: string;
  /** The lower award that it holds and would give back. */
  lower: DecisionRow | null;
  /** Whether it was given this award before, and refused by the authority. */
  refusedBefore: boolean;
}

/**
 * Throws `award-not-found`, `nomination-not-found`, `nomination-withdrawn`, `nomination-held`, `not-in-this-state`,
 * `decides-for-oneself` or `decision-exists`.
 */
export async function awardable(
  manager: EntityManager,
  actor: Actor,
  open: OpenPhase,
  { nomination: code, award }: { nomination: string; award: string },
): Promise<Candidate> {
  const { phase } = open;
  const row = await manager.findOneBy(NominationRow, { phaseId: phase.id, code: code.normalize('NFC') });
  if (!row || !mayOn(actor, 'nomination.read', row))
    throw new DomainError('nomination-not-found', { nomination: code });
  if (row.state === 'withdrawn') throw new DomainError('nomination-withdrawn', { code });
  await requireNotHeld(manager, phase, row);
  requireRight(actor, 'allocation.decide', row);
  requireMayDecide(actor, row);
  const lower = await manager.findOneBy(DecisionRow, { nominationId: row.id, status: STANDING });
  const tier = tierOf(open, award);
  if (lower && tierOf(open, lower.award) <= tier) throw new DomainError('decision-exists', { code });
  const refused = { nominationId: row.id, award, status: 'refused' } as const;
  return { nomination: row, award, lower, refusedBefore: await manager.existsBy(DecisionRow, refused) };
}

/** NĐ 152/2025 Điều 4.4: a case with a pending matter waits. Throws `nomination-held`. */
export async function requireNotHeld(
  manager: EntityManager,
  { date }: PhaseRow,
  { id, code, state }: NominationRow,
): Promise<void> {
  const pending = await manager.findBy(MatterRow, { nominationId: id, status: 'pending' });
  const isPending = pending.some(({ from, to }) =>
    covers({ from: from ?? undefined, to: to ?? undefined }, date),
  );
  if (isPending || state === 'held') throw new DomainError('nomination-held', { code });
}

/** Nobody gives an award to themselves or to the unit that they head. Throws `decides-for-oneself`. */
export function requireMayDecide(actor: Actor, { unitId, subject, name, code }: NominationRow): void {
  if (isRecused(actor, { unitId, subject, name })) throw new DomainError('decides-for-oneself', { code });
}

function tierOf({ campaign }: OpenPhase, code: string): number {
  const award = campaign.awards.find((each) => each.code === code);
  if (!award) throw new DomainError('award-not-found', { award: code });
  return award.tier;
}
