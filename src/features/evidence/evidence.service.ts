import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { EvidenceRow } from '../nominations/evidence.entity';
import { countChange, takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { evidenceOf } from '../nominations/nomination.rows';
import { refreshText } from '../nominations/nomination-text.store';

@Injectable()
export class EvidenceService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Adds one piece after the others. Throws InputRefused, `nomination-not-found` or `nomination-closed`. */
  add(actor: Actor, nominationId: string, plain: object): Promise<EvidenceRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { row, open } = await takeNomination(manager, actor, 'evidence.write', nominationId);
      const document = { ...bareNomination(row), evidence: [{ ...plain }] };
      const { nomination } = acceptedNomination(open, document, { within: ['evidence', 0] });
      const last = (await manager.maximum(EvidenceRow, 'ordinal', { nominationId })) ?? 0;
      const [piece] = evidenceOf(nominationId, nomination, last);
      if (!piece) throw new DomainError('unexpected');
      await manager.insert(EvidenceRow, piece);
      await refreshText(manager, nominationId);
      await countChange(manager, row, this.clock.now());
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'evidence.add', subject, after: nomination.evidence[0] });
      return piece;
    });
  }

  /** Throws `evidence-not-found`, `nomination-not-found` or `nomination-closed`. */
  remove(actor: Actor, nominationId: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { row } = await takeNomination(manager, actor, 'evidence.write', nominationId);
      const piece = await manager.findOneBy(EvidenceRow, { id, nominationId });
      if (!piece) throw new DomainError('evidence-not-found', { evidence: id });
      await manager.delete(EvidenceRow, { id });
      await refreshText(manager, nominationId);
      await countChange(manager, row, this.clock.now());
      const { criterion, title, document, file } = piece;
      await audit.record({
        action: 'evidence.remove',
        subject: { type: 'nomination', id: nominationId },
        before: { criterion, title, document, file },
      });
    });
  }
}
