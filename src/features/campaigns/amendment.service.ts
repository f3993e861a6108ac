import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AmendmentRow } from './amendment.entity';
import { openPhase } from './phase.queries';
import { MOST_PLACES } from './phase.service';
import { PlaceRow } from './place.entity';
import { QuotaLineRow } from './quota-line.entity';
import { placesOf } from './quota.rows';

/** A new number of places for one award and pool, and why. */
export interface Amendment {
  award: string;
  criteriaSet: string;
  max: number;
  reason: string;
  document?: string;
}

/** Changes the number of places of a phase at work: always a recorded act with a reason (law 2). */
@Injectable()
export class AmendmentService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Lays out or takes away free places; the next proposal counts with the new maximum.
   * Throws `quota-line-not-found`, `below-minimum`, `capacity-taken`, `too-many-places` or `amendment-exists` (same number).
   */
  amend(actor: Actor, campaignCode: string, phaseCode: string, amendment: Amendment): Promise<AmendmentRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const line = await lineToAmend(manager, campaignCode, phaseCode, amendment);
      const row: AmendmentRow = {
        id: newId(),
        quotaLineId: line.id,
        fromCapacity: line.capacity,
        toCapacity: amendment.max,
        reason: amendment.reason,
        document: amendment.document ?? null,
        by: actor.name,
        at: this.clock.now(),
      };
      await resize(manager, line, amendment.max);
      await manager.insert(AmendmentRow, row);
      const { award, criteriaSet } = line;
      await audit.record({
        action: 'quota.amend',
        subject: { type: 'quota-line', id: line.id },
        before: { award, criteriaSet, max: line.capacity },
        after: { award, criteriaSet, max: amendment.max, reason: row.reason, document: row.document },
      });
      return row;
    });
  }
}

async function lineToAmend(
  manager: EntityManager,
  campaignCode: string,
  phaseCode: string,
  { award, criteriaSet, max }: Amendment,
): Promise<QuotaLineRow> {
  const { phase, campaign } = await openPhase(manager, campaignCode, phaseCode);
  const line = await manager.findOneBy(QuotaLineRow, { phaseId: phase.id, award, criteriaSet });
  if (!line) throw new DomainError('quota-line-not-found', { award, criteriaSet });
  if (max > MOST_PLACES) throw new DomainError('too-many-places', { count: max, most: MOST_PLACES });
  if (line.amended && line.capacity === max) throw new DomainError('amendment-exists', { max });
  const set = campaign.criteriaSets.find(({ code }) => code === criteriaSet);
  const stated = campaign.awards
    .find(({ code }) => code === award)
    ?.quota.find(({ subject, audience }) => subject === set?.subject && audience === set.audience);
  if (stated && max < stated.min) throw new DomainError('below-minimum', { max, min: stated.min });
  return line;
}

/** Places that hold a nomination stay; the foreign key carries the new capacity to every place left. */
async function resize(manager: EntityManager, line: QuotaLineRow, max: number): Promise<void> {
  await manager.delete(PlaceRow, { quotaLineId: line.id, ordinal: MoreThan(max), nominationId: IsNull() });
  if (await manager.existsBy(PlaceRow, { quotaLineId: line.id, ordinal: MoreThan(max) }))
    throw new DomainError('capacity-taken', { max });
  await manager.update(QuotaLineRow, { id: line.id }, { capacity: max, amended: true });
  await insertInParts(manager, PlaceRow, placesOf({ id: line.id, capacity: max }, line.capacity));
}
