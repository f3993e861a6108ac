import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { saveSheet } from '../nominations/sheet.store';

export interface CouncilEntries {
  seen: number;
  recused: boolean;
  points: object;
}

@Injectable()
export class SheetService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Replaces one member's points. Throws `stale-edit`, InputRefused, `nomination-not-found` or `nomination-closed`. */
  score(
    actor: Actor,
    nominationId: string,
    member: string,
    { seen, recused, points }: CouncilEntries,
  ): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await takeNomination(tx.manager, actor, 'sheet.write', nominationId);
      const document = { ...bareNomination(desk.row), scores: { council: [{ member, recused, points }] } };
      const { nomination } = acceptedNomination(desk.open, document, { within: ['scores', 'council', 0] });
      const [sheet] = nomination.scores.council ?? [];
      const key = { layer: 'council', member: sheet?.member ?? member } as const;
      return saveSheet(tx, desk, key, { seen, at: this.clock.now(), recused, entries: sheet?.points ?? {} });
    });
  }
}
