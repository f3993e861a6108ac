import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { isDay } from '../../domain/calendar-day';
import { givenText } from './given-text';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { requireRight } from '../nominations/nomination.desk';
import { visibleNomination } from '../nominations/nomination.scope';
import { CONFIRMATION_RESULTS, ConfirmationRow } from './confirmation.entity';

/** What another agency answered; the day as `YYYY-MM-DD`. */
export interface NewConfirmation {
  agency: string;
  result: string;
  date?: string;
  document?: string;
  remark?: string;
}

/** Confirmations from outside are rows: agency, day, result, document. People judge by them, no rule counts them. */
@Injectable()
export class ConfirmationService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws `agency-missing`, `agency-too-long`, `text-too-long`, `confirmation-result-unknown`, `day-invalid`, `nomination-not-found`, `forbidden` or `not-in-this-state`. */
  add(actor: Actor, nominationId: string, wanted: NewConfirmation): Promise<ConfirmationRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await requireOnDesk(manager, actor, nominationId);
      const said = checked(wanted);
      const signed = { byId: actor.id, by: actor.name, at: this.clock.now() };
      const row: ConfirmationRow = { id: newId(), nominationId, ...said, ...signed };
      await manager.insert(ConfirmationRow, row);
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'confirmation.add', subject, after: said });
      return row;
    });
  }

  /** Throws `confirmation-not-found` or as `add` does. */
  remove(actor: Actor, nominationId: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await requireOnDesk(manager, actor, nominationId);
      const row = await manager.findOneBy(ConfirmationRow, { id, nominationId });
      if (!row) throw new DomainError('confirmation-not-found');
      await manager.delete(ConfirmationRow, { id });
      const { agency, result, date, document, remark } = row;
      const subject = { type: 'nomination', id: nominationId };
      const before = { agency, result, date, document, remark };
      await audit.record({ action: 'confirmation.remove', subject, before });
    });
  }
}

/** Like matters, they concern a case that is still at work. */
async function requireOnDesk(manager: EntityManager, actor: Actor, id: string): Promise<void> {
  requireRight(actor, 'matter.write', await visibleNomination(manager, actor, id));
}

const LONGEST_AGENCY = 300;

function checked({ agency, result, date, document, remark }: NewConfirmation) {
  const named = plain(agency);
  if (named === '') throw new DomainError('agency-missing');
  if (named.length > LONGEST_AGENCY) throw new DomainError('agency-too-long', { most: LONGEST_AGENCY });
  const known = CONFIRMATION_RESULTS.find((each) => each === result);
  if (!known) throw new DomainError('confirmation-result-unknown');
  if (date !== undefined && !isDay(date)) throw new DomainError('day-invalid', { day: date });
  return {
    agency: named,
    result: known,
    date: date ?? null,
    document: givenText(document) || null,
    remark: givenText(remark) || null,
  };
}

function plain(text = ''): string {
  return text.normalize('NFC').trim();
}
