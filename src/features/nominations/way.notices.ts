import { DomainError } from '../../domain/domain-error';
import type { Step } from '../../domain/nomination-state';
import type { Transaction } from '../../platform/database/unit-of-work';
import { type Audience, notify } from '../notices/notify';
import { UnitRow } from '../units/unit.entity';
import type { NominationRow } from './nomination.entity';
import type { StepBy } from './way.store';

/**
 * Tells whoever must go on that a nomination has come to them. Of holding, resuming and deciding nobody is told here: a unit
 * must not learn of them before the results are published (law 7).
 */
export async function tellStep(tx: Transaction, row: NominationRow, step: Step, by: StepBy): Promise<void> {
  const told = toldOf(row, step, by);
  if (!told) return;
  const unit = await tx.manager.findOneBy(UnitRow, { id: row.unitId });
  if (!unit) throw new DomainError('unit-not-found', { unit: row.unitId });
  const { code, name } = row;
  await notify(tx, told.to, {
    code: told.code,
    params: { code, name, unit: unit.name, reason: by.reason?.trim() ?? '' },
    href: `/de-nghi/${row.id}`,
    at: by.at,
    by: by.actor,
  });
}

/** `row` as it was before the step. */
function toldOf(
  row: NominationRow,
  step: Step,
  { actor }: StepBy,
): { code: string; to: Audience } | undefined {
  const unit = { unit: row.unitId };
  const office = { group: 'office' } as const;
  if (step === 'submit') return { code: row.state === 'returned' ? 'sent-again' : 'submitted', to: office };
  if (step === 'return') return { code: 'returned', to: unit };
  if (step === 'accept') return { code: 'accepted', to: unit };
  if (step !== 'withdraw' || row.state === 'draft') return undefined;
  const byUnit = actor.unitId === row.unitId && actor.groups.includes('unit');
  return byUnit ? { code: 'withdrawn-by-unit', to: office } : { code: 'withdrawn-by-office', to: unit };
}
