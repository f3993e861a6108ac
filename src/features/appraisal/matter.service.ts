import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { MatterRow } from '../nominations/matter.entity';
import { countChange, takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { mattersOf } from '../nominations/nomination.rows';
import { settleHold } from '../nominations/way.service';

/** Disciplines, investigations, complaints and press allegations about a nominee (NĐ 152/2025 Điều 4.4). */
@Injectable()
export class MatterService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws InputRefused, `nomination-not-found` or `nomination-closed`. */
  add(actor: Actor, nominationId: string, plain: object): Promise<MatterRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const { row, open } = await takeNomination(manager, actor, 'matter.write', nominationId);
      const document = { ...bareNomination(row), matters: [{ ...plain }] };
      const { nomination } = acceptedNomination(open, document, { within: ['matters', 0] });
      const last = (await manager.maximum(MatterRow, 'ordinal', { nominationId })) ?? 0;
      const [matter] = mattersOf(nominationId, nomination, last);
      if (!matter) throw new DomainError('unexpected');
      await manager.insert(MatterRow, matter);
      const at = this.clock.now();
      const version = await countChange(manager, row, at);
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'matter.add', subject, after: nomination.matters[0] });
      await settleHold(tx, { ...row, version }, open, { actor, at });
      return matter;
    });
  }

  /** Throws `matter-not-found`, `nomination-not-found` or `nomination-closed`. */
  remove(actor: Actor, nominationId: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const { row, open } = await takeNomination(manager, actor, 'matter.write', nominationId);
      const matter = await manager.findOneBy(MatterRow, { id, nominationId });
      if (!matter) throw new DomainError('matter-not-found', { matter: id });
      await manager.delete(MatterRow, { id });
      const at = this.clock.now();
      const version = await countChange(manager, row, at);
      const { kind, status, from, to, document } = matter;
      await audit.record({
        action: 'matter.remove',
        subject: { type: 'nomination', id: nominationId },
        before: { kind, status, from, to, document },
      });
      await settleHold(tx, { ...row, version }, open, { actor, at });
    });
  }
}
