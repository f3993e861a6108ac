import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { EvidenceFileRow } from '../nominations/evidence-file.entity';
import type { EvidenceRow } from '../nominations/evidence.entity';
import { removeEvidence } from '../nominations/evidence.store';
import { KeptFiles } from '../nominations/kept-files';
import { countChange, takeNomination } from '../nominations/nomination.desk';
import { refreshText } from '../nominations/nomination-text.store';
import { addPiece, pieceOf } from './evidence.desk';

@Injectable()
export class EvidenceService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
  ) {}

  /** Adds one piece after the others. Throws InputRefused, `nomination-not-found` or `nomination-closed`. */
  add(actor: Actor, nominationId: string, plain: object): Promise<EvidenceRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const desk = await takeNomination(manager, actor, 'evidence.write', nominationId);
      const { row, piece } = await addPiece(manager, desk, plain);
      await countChange(manager, desk.row, this.clock.now());
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'evidence.add', subject, after: piece });
      return row;
    });
  }

  /** Takes a piece away, with its file. Throws `evidence-not-found`, `nomination-not-found` or `nomination-closed`. */
  async remove(actor: Actor, nominationId: string, id: string): Promise<void> {
    const file = await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { row } = await takeNomination(manager, actor, 'evidence.write', nominationId);
      const { criterion, title, document, file: name } = await pieceOf(manager, nominationId, id);
      const kept = await manager.findOneBy(EvidenceFileRow, { evidenceId: id });
      await removeEvidence(manager, [id]);
      await refreshText(manager, nominationId);
      await countChange(manager, row, this.clock.now());
      await audit.record({
        action: 'evidence.remove',
        subject: { type: 'nomination', id: nominationId },
        before: { criterion, title, document, file: name, ...(kept && { sha256: kept.sha256 }) },
      });
      return kept;
    });
    if (file) await this.kept.release([file.sha256]);
  }
}
