import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { requireNotTooNear, scorerFor } from './scorer';
import { saveSheet } from '../nominations/sheet.store';

interface CouncilEntries {
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

  /**
   * Replaces one member's points: a member's own, or as the office enters them from paper. Throws `stale-edit`, InputRefused,
   * `nomination-not-found`, `nomination-closed`, what `scorerFor` throws, and `member-recused` for points on a nominee whom
   * the member is too near to.
   */
  score(
    actor: Actor,
    nominationId: string,
    member: string,
    { seen, recused, points }: CouncilEntries,
  ): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await takeNomination(tx.manager, actor, 'sheet.write', nominationId);
      const seat = await scorerFor(tx.manager, actor, desk.row, member.normalize('NFC'));
      if (!recused) requireNotTooNear(seat, desk.row);
      const document = { ...bareNomination(desk.row), scores: { council: [{ member, recused, points }] } };
      const { nomination } = acceptedNomination(desk.open, document, { within: ['scores', 'council', 0] });
      const [sheet] = nomination.scores.council ?? [];
      const key = { layer: 'council', member: sheet?.member ?? member } as const;
      return saveSheet(tx, desk, key, { seen, at: this.clock.now(), recused, entries: sheet?.points ?? {} });
    });
  }
}
