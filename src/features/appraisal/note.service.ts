import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { givenText } from './given-text';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { openPhaseById } from '../campaigns/phase.queries';
import { requireRight } from '../nominations/nomination.desk';
import type { NominationRow } from '../nominations/nomination.entity';
import { visibleNomination } from '../nominations/nomination.scope';
import { OfficeNoteRow } from './office-note.entity';

/** What somebody writes beside a nomination. */
export interface NewNote {
  /** Code of a criterion; undefined is the nomination as a whole. */
  about?: string;
  text: string;
  /** Whether the unit reads it too. */
  forUnit: boolean;
}

/** The office writes beside what a unit wrote. Nothing a proposal is made from changes by it. */
@Injectable()
export class NoteService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws `text-missing`, `text-too-long`, `criterion-unknown`, `nomination-not-found`, `forbidden` or `not-in-this-state`. */
  add(actor: Actor, nominationId: string, { about, text, forUnit }: NewNote): Promise<OfficeNoteRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const row = await noted(manager, actor, nominationId);
      const said = givenText(text);
      if (said === '') throw new DomainError('text-missing');
      if (about !== undefined) await requireCriterion(manager, row, about);
      const signed = { byId: actor.id, by: actor.name, at: this.clock.now() };
      const note: OfficeNoteRow = {
        id: newId(),
        nominationId,
        about: about ?? null,
        text: said,
        forUnit,
        ...signed,
      };
      await manager.insert(OfficeNoteRow, note);
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'note.add', subject, after: { about: note.about, text: said, forUnit } });
      return note;
    });
  }

  /** Throws `note-not-found` or as `add` does. */
  remove(actor: Actor, nominationId: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await noted(manager, actor, nominationId);
      const note = await manager.findOneBy(OfficeNoteRow, { id, nominationId });
      if (!note) throw new DomainError('note-not-found');
      await manager.delete(OfficeNoteRow, { id });
      const { about, text, forUnit } = note;
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'note.remove', subject, before: { about, text, forUnit } });
    });
  }
}

async function noted(manager: EntityManager, actor: Actor, id: string): Promise<NominationRow> {
  const row = await visibleNomination(manager, actor, id);
  requireRight(actor, 'note.write', row);
  return row;
}

async function requireCriterion(manager: EntityManager, row: NominationRow, code: string): Promise<void> {
  const { campaign } = await openPhaseById(manager, row.phaseId);
  const set = campaign.criteriaSets.find((each) => each.code === row.criteriaSet);
  if (!set?.criteria.some((each) => each.code === code))
    throw new DomainError('criterion-unknown', { criterion: code });
}
