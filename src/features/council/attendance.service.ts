import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import type { Attendance } from '../../domain/council';
import { DomainError } from '../../domain/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { ItemRow } from './item.entity';
import { SeatRow } from './seat.entity';
import type { SessionRow } from './session.entity';
import { changeSession, requireNoBallot, sessionIn } from './session.service';

/** One line of the roll call. */
export interface Mark {
  seat: string;
  attendance: Attendance;
  /** Why somebody is absent. */
  reason?: string;
}

/** Calls the roll of a session. */
@Injectable()
export class AttendanceService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Marks seats; those that are not named stay as they are. Once a vote is counted the roll is fixed: all votes of a session
   * are judged on one attendance. Throws `session-not-found`, `session-closed`, `stale-edit`, `ballot-under-way`,
   * `attendance-closed` or `seat-not-found`.
   */
  call(
    actor: Actor,
    id: string,
    { seen, marks }: { seen: number; marks: readonly Mark[] },
  ): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'planned', 'open');
      requireVersion(session, seen);
      await requireNoBallot(tx, id);
      if (await tx.manager.existsBy(ItemRow, { sessionId: id, state: 'closed' }))
        throw new DomainError('attendance-closed');
      for (const { seat, attendance, reason } of marks) {
        const columns = { attendance, reason: reason?.trim() || null };
        const { affected } = await tx.manager.update(SeatRow, { id: seat, sessionId: id }, columns);
        if (affected !== 1) throw new DomainError('seat-not-found', { seat });
      }
      await tx.audit.record({
        action: 'session.call-roll',
        subject: { type: 'session', id },
        after: { marks: marks.map(({ seat, attendance, reason = null }) => ({ seat, attendance, reason })) },
      });
      return changeSession(tx, session);
    });
  }
}
