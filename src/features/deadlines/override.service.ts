import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { dayInVietnam } from '../../domain/calendar-day';
import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { UNIT_DEADLINES, type UnitDeadline } from '../../domain/phase-deadline';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { phaseIdOf } from '../campaigns/phase.queries';
import { UnitRow } from '../units/unit.entity';
import { DeadlineOverrideRow } from './deadline-override.entity';
import { dayFindings, finding } from './deadline.setting';
import { PhaseDeadlineRow } from './phase-deadline.entity';

/** What the office allows: why, and until the end of which day (without one: no end). */
export interface Allowance {
  reason: string;
  until?: string;
}

/** For whom: everything of a unit in a phase, or one nomination of it. */
interface Allowed {
  phaseId: string;
  kind: string;
  unitId: string;
  nominationId?: string;
}

/** Lets units be late, each time with a reason. A later allowance takes the place of an earlier one. */
@Injectable()
export class DeadlineOverrideService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * For everything of one unit in a phase. Throws `phase-not-open`, `deadline-not-found` (the phase has none of this kind, or
   * the unit need not keep it) or InputRefused.
   */
  grant(
    actor: Actor,
    { campaign, phase, kind, unitId }: { campaign: string; phase: string; kind: string; unitId: string },
    allowance: Allowance,
  ): Promise<DeadlineOverrideRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const phaseId = await phaseIdOf(tx.manager, campaign, phase);
      return this.grantIn(tx, actor, { phaseId, kind, unitId }, allowance);
    });
  }

  /** As `grant`, inside the unit of work of whoever has loaded the nomination. */
  async grantIn(
    tx: Transaction,
    actor: Actor,
    { phaseId, kind, unitId, nominationId }: Allowed,
    allowance: Allowance,
  ): Promise<DeadlineOverrideRow> {
    const { manager, audit } = tx;
    const at = this.clock.now();
    const unit = await manager.findOneBy(UnitRow, { id: unitId });
    requireSound(unit, allowance, dayInVietnam(at));
    const bound = unitDeadline(kind);
    if (!(await manager.existsBy(PhaseDeadlineRow, { phaseId, kind: bound })))
      throw new DomainError('deadline-not-found', { kind });
    const last = await manager.maximum(DeadlineOverrideRow, 'ordinal', { phaseId });
    const [reason, until] = [allowance.reason.trim(), allowance.until ?? null];
    const row: DeadlineOverrideRow = {
      id: newId(),
      phaseId,
      ordinal: (last ?? 0) + 1,
      kind: bound,
      unitId,
      nominationId: nominationId ?? null,
      until,
      reason,
      byId: actor.id,
      by: actor.name,
      at,
    };
    await manager.insert(DeadlineOverrideRow, row);
    await audit.record({
      action: 'deadline.override',
      subject: nominationId ? { type: 'nomination', id: nominationId } : { type: 'unit', id: unitId },
      after: { phase: phaseId, kind: bound, unit: unit?.name ?? null, until, reason },
    });
    return row;
  }
}

function unitDeadline(kind: string): UnitDeadline {
  const found = UNIT_DEADLINES.find((each) => each === kind);
  if (found === undefined) throw new DomainError('deadline-not-found', { kind });
  return found;
}

const LONGEST_REASON = 2000;

function requireSound(unit: UnitRow | null, { reason, until }: Allowance, today: string): void {
  const length = reason.trim().length;
  const findings: Finding[] = [
    ...(unit ? [] : [finding('override-unit', 'unit')]),
    ...(length === 0 ? [finding('override-reason', 'reason')] : []),
    ...(length > LONGEST_REASON
      ? [finding('text-too-long', 'reason', { length, longest: LONGEST_REASON })]
      : []),
    ...(until === undefined ? [] : dayFindings('until', until)),
    ...(until !== undefined && until < today ? [finding('override-until-past', 'until')] : []),
  ];
  if (findings.length > 0) throw new InputRefused(findings);
}
