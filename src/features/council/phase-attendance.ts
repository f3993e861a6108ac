import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '../../domain/canonical';
import type { Transaction } from '../../platform/database/unit-of-work';
import { openPhaseById } from '../campaigns/phase.queries';
import { takePhaseById } from '../campaigns/phase.desk';
import { PhaseEditService } from '../nominations/phase-edit.service';
import { attendanceIn } from './session.queries';
import type { SessionRow } from './session.entity';

/** Keeps what the rules judge a quorum by, the council of the phase, as it is in the session that counts votes. */
@Injectable()
export class PhaseAttendance {
  constructor(@Inject(PhaseEditService) private readonly phases: PhaseEditService) {}

  /**
   * Gives the phase the attendance of this session where it has another. A phase has one attendance (spec §2): that of the
   * session which counted last. Throws InputRefused when votes counted before no longer fit.
   */
  async settle(tx: Transaction, { id, phaseId }: SessionRow): Promise<void> {
    const council = await attendanceIn(tx.manager, id);
    const { phase } = await openPhaseById(tx.manager, phaseId);
    if (canonicalJson(phase.council) === canonicalJson(council)) return;
    const open = await takePhaseById(tx.manager, phaseId);
    await this.phases.editIn(tx, open, { date: phase.date, council, seen: phase.version });
  }
}
