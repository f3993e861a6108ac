import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { saveSheet } from '../nominations/sheet.store';

/** The layers of which a nomination has one sheet each. */
export const LAYERS = ['self', 'appraisal'] as const;
export type SingleLayer = (typeof LAYERS)[number];

@Injectable()
export class ScoreService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Replaces the entries of one layer. Throws `stale-edit`, InputRefused, `nomination-not-found`, `nomination-closed`. */
  enter(
    actor: Actor,
    nominationId: string,
    layer: SingleLayer,
    { seen, entries }: { seen: number; entries: object },
  ): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await takeNomination(
        tx.manager,
        actor,
        layer === 'self' ? 'nomination.write' : 'score.write',
        nominationId,
      );
      const document = { ...bareNomination(desk.row), scores: { [layer]: entries } };
      const { nomination } = acceptedNomination(desk.open, document, {
        within: ['scores', layer],
        place: ['entries'],
      });
      const change = { seen, at: this.clock.now(), recused: false, entries: nomination.scores[layer] ?? {} };
      return saveSheet(tx, desk, { layer, member: '' }, change);
    });
  }
}
