import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { saveSheet } from '../nominations/sheet.store';
import { saveReasons } from './reason.store';

/** The layers of which a nomination has one sheet each. */
export const LAYERS = ['self', 'appraisal'] as const;
export type SingleLayer = (typeof LAYERS)[number];

@Injectable()
export class ScoreService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Replaces the entries of one layer; of an appraisal also the reasons that are given, by criterion (an empty one takes a
   * reason back). Throws `stale-edit`, InputRefused, `nomination-not-found`, `nomination-closed`, `reasons-of-appraisal`.
   */
  enter(
    actor: Actor,
    nominationId: string,
    layer: SingleLayer,
    { seen, entries, reasons }: { seen: number; entries: object; reasons?: Record<string, string> },
  ): Promise<{ version: number }> {
    if (reasons && layer === 'self') throw new DomainError('reasons-of-appraisal');
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
      const at = this.clock.now();
      const change = { seen, at, recused: false, entries: nomination.scores[layer] ?? {} };
      const saved = await saveSheet(tx, desk, { layer, member: '' }, change);
      if (layer === 'appraisal') await saveReasons(tx, desk, reasons ?? {}, { actor, at });
      return saved;
    });
  }
}
