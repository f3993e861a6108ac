import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { DEADLINE_KINDS, type DeadlineKind } from '../../domain/phase-deadline';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { phaseIdOf } from '../campaigns/phase.queries';
import { type DeadlineSetting, acceptedSetting } from './deadline.setting';
import { PhaseDeadlineRow } from './phase-deadline.entity';

/** Where a deadline stands: a kind of a phase, and the version of it that somebody has seen; 0 is none. */
interface DeadlinePlace {
  campaign: string;
  phase: string;
  kind: string;
  seen: number;
}

/** Sets the deadlines of a phase. None is ever invented: what nobody has set does not bind. */
@Injectable()
export class DeadlineService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Sets or changes a deadline. Throws `phase-not-open`, `deadline-not-found` (no such kind), `stale-edit` or InputRefused. */
  set(actor: Actor, place: DeadlinePlace, setting: DeadlineSetting): Promise<PhaseDeadlineRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { phaseId, kind, row } = await placeOf(manager, place);
      const columns = acceptedSetting(kind, setting);
      const version = place.seen + 1;
      const next = { ...columns, version, by: actor.name, at: this.clock.now() };
      const id = row?.id ?? newId();
      if (row) await manager.update(PhaseDeadlineRow, { id }, next);
      else await manager.insert(PhaseDeadlineRow, { id, phaseId, kind, ...next });
      await audit.record({
        action: 'deadline.set',
        subject: { type: 'phase', id: phaseId },
        ...(row && { before: told(row) }),
        after: told({ kind, ...columns }),
      });
      return { id, phaseId, kind, ...next };
    });
  }

  /** Takes a deadline away: from then on nobody is late. Throws as `set` does. */
  remove(actor: Actor, place: DeadlinePlace): Promise<void> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { phaseId, kind, row } = await placeOf(manager, place);
      if (!row) throw new DomainError('deadline-not-found', { kind });
      await manager.delete(PhaseDeadlineRow, { id: row.id });
      const subject = { type: 'phase', id: phaseId };
      await audit.record({ action: 'deadline.remove', subject, before: told(row) });
    });
  }
}

export function deadlineKind(kind: string): DeadlineKind {
  const found = DEADLINE_KINDS.find((each) => each === kind);
  if (found === undefined) throw new DomainError('deadline-not-found', { kind });
  return found;
}

async function placeOf(manager: EntityManager, { campaign, phase, kind: named, seen }: DeadlinePlace) {
  const phaseId = await phaseIdOf(manager, campaign, phase);
  const kind = deadlineKind(named);
  const row = await manager.findOneBy(PhaseDeadlineRow, { phaseId, kind });
  requireVersion(row ?? NOT_SET, seen);
  return { phaseId, kind, row };
}

const NOT_SET = { version: 0 };

type Told = Pick<PhaseDeadlineRow, 'kind' | 'day' | 'workingDays' | 'countedFrom' | 'basis' | 'source'>;

function told({ kind, day, workingDays, countedFrom, basis, source }: Told) {
  return { kind, day, workingDays, countedFrom, basis, source };
}
