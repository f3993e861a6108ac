import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { NoticeRow } from './notice.entity';

/** What somebody does with the notices that they were given; another's are not there. */
@Injectable()
export class NoticeService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Notes that the actor has read one; read again it stays as it is. Throws `notice-not-found`. */
  read(actor: Actor, id: string): Promise<NoticeRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const row = await manager.findOneBy(NoticeRow, { id, personId: actor.id });
      if (!row) throw new DomainError('notice-not-found', { notice: id });
      if (row.readAt !== null) return row;
      const readAt = this.clock.now();
      await manager.update(NoticeRow, { id }, { readAt });
      await audit.record({ action: 'notice.read', subject: { type: 'notice', id } });
      return { ...row, readAt };
    });
  }

  /** Notes that the actor has read all; gives how many had been unread. */
  readAll(actor: Actor): Promise<number> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const unread = { personId: actor.id, readAt: IsNull() };
      const count = await manager.countBy(NoticeRow, unread);
      if (count === 0) return 0;
      await manager.update(NoticeRow, unread, { readAt: this.clock.now() });
      const subject = { type: 'person', id: actor.id };
      await audit.record({ action: 'notice.read-all', subject, after: { count } });
      return count;
    });
  }
}
