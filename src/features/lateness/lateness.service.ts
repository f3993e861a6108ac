import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { DeadlineOverrideRow } from '../deadlines/deadline-override.entity';
import { type Allowance, DeadlineOverrideService } from '../deadlines/override.service';
import { requireRight } from '../nominations/nomination.desk';
import { visibleNomination } from '../nominations/nomination.scope';

/** Lets one returned nomination come back late: a draft nobody but its unit sees, so that is allowed to the unit. */
@Injectable()
export class LatenessService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeadlineOverrideService) private readonly overrides: DeadlineOverrideService,
  ) {}

  /**
   * Throws `nomination-not-found`, `not-in-this-state` (it is not returned), `deadline-not-found` (no answer has a deadline)
   * or InputRefused.
   */
  allow(actor: Actor, id: string, allowance: Allowance): Promise<DeadlineOverrideRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await visibleNomination(tx.manager, actor, id);
      requireRight(actor, 'deadline.override', row);
      const { phaseId, unitId } = row;
      return this.overrides.grantIn(
        tx,
        actor,
        { phaseId, kind: 'answer', unitId, nominationId: id },
        allowance,
      );
    });
  }
}
