import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { quotaLineOf } from '../../domain/quota';
import { Clock } from '../../platform/clock/clock';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AmendmentRow } from './amendment.entity';
import { takePhase } from './phase.desk';
import { MOST_PLACES } from './phase.service';
import { PlaceRow } from './place.entity';
import { QuotaLineRow } from './quota-line.entity';
import { type AmendmentLine, statedPlaces } from './quota.queries';
import { placesOf } from './quota.rows';

/** A new number of places for one award and pool, and why. */
interface Amendment {
  award: string;
  criteriaSet: string;
  /** The present number of places, as whoever amends has seen it; null where none is stated. */
  from: number | null;
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
   * Throws InputRefused, `quota-line-not-found`, `quota-changed` (somebody was faster), `below-minimum`, `capacity-taken`,
   * `too-many-places` or `amendment-exists` (same number).
   */
  amend(actor: Actor, campaignCode: string, phaseCode: string, amendment: Amendment): Promise<AmendmentLine> {
    requireSound(amendment);
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { line, from } = await lineToAmend(manager, campaignCode, phaseCode, amendment);
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
        before: { award, criteriaSet, max: from },
        after: { award, criteriaSet, max: amendment.max, reason: row.reason, document: row.document },
      });
      const { toCapacity: to, reason, document, by, at } = row;
      return { award, criteriaSet, from, to, reason, document, by, at };
    });
  }
}

const LONGEST_REASON = 2000;
const LONGEST_DOCUMENT = 500;

function requireSound({ max, reason, document = '' }: Amendment): void {
  const finding = (code: string, field: string, params = {}): Finding[] => [
    { level: 'error', code, path: [field], params },
  ];
  const tooLong = (field: string, { length }: string, longest: number) =>
    length > longest ? finding('text-too-long', field, { length, longest }) : [];
  const counts = Number.isInteger(max) && max >= 0 && max <= MOST_PLACES;
  const findings = [
    ...(counts ? [] : finding('amendment-places', 'max', { most: MOST_PLACES })),
    ...(reason.trim() === '' ? finding('amendment-reason', 'reason') : []),
    ...tooLong('reason', reason, LONGEST_REASON),
    ...tooLong('document', document, LONGEST_DOCUMENT),
  ];
  if (findings.length > 0) throw new InputRefused(findings);
}

/** The line as it is, and the number of places that it states: where it states none, nobody has changed it meanwhile. */
async function lineToAmend(
  manager: EntityManager,
  campaignCode: string,
  phaseCode: string,
  { award, criteriaSet, from: seen, max }: Amendment,
): Promise<{ line: QuotaLineRow; from: number | null }> {
  const { phase, campaign } = await takePhase(manager, campaignCode, phaseCode);
  const line = await manager.findOneBy(QuotaLineRow, { phaseId: phase.id, award, criteriaSet });
  if (!line) throw new DomainError('quota-line-not-found', { award, criteriaSet });
  const from = statedPlaces(campaign, line, line.capacity);
  if (from !== null && seen !== from) throw new DomainError('quota-changed', { max: line.capacity });
  await requireFewPlaces(manager, line, max);
  if (from === max) throw new DomainError('amendment-exists', { max });
  const min = quotaLineOf(campaign, line)?.min ?? 0;
  if (max < min) throw new DomainError('below-minimum', { max, min });
  return { line, from };
}

/** All lines of a phase together, as when it was opened. */
async function requireFewPlaces(manager: EntityManager, line: QuotaLineRow, max: number): Promise<void> {
  const others = await manager.sum(QuotaLineRow, 'capacity', { phaseId: line.phaseId, id: Not(line.id) });
  const count = Number(others ?? 0) + max;
  if (count > MOST_PLACES) throw new DomainError('too-many-places', { count, most: MOST_PLACES });
}

/** Places that hold a nomination stay; the foreign key carries the new capacity to every place left. */
async function resize(manager: EntityManager, line: QuotaLineRow, max: number): Promise<void> {
  await manager.delete(PlaceRow, { quotaLineId: line.id, ordinal: MoreThan(max), nominationId: IsNull() });
  if (await manager.existsBy(PlaceRow, { quotaLineId: line.id, ordinal: MoreThan(max) }))
    throw new DomainError('capacity-taken', { max });
  await manager.update(QuotaLineRow, { id: line.id }, { capacity: max, amended: true });
  await insertInParts(manager, PlaceRow, placesOf({ id: line.id, capacity: max }, line.capacity));
}
