import { type EntityManager, IsNull } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { quotaLineOf } from '../../domain/quota';
import { awardName, setTitle } from '../../domain/plan-names';
import type { OpenPhase } from '../campaigns/phase.queries';
import { PlaceRow } from '../campaigns/place.entity';
import { QuotaLineRow } from '../campaigns/quota-line.entity';
import type { NominationRow } from '../nominations/nomination.entity';
import { UnitRow } from '../units/unit.entity';

/**
 * Gives a nomination the first free place of its pool (law 2). No reason buys a place that the quota does not have, for
 * the pool or for one unit. Throws `places-taken` or `unit-places-taken`.
 */
export async function takePlace(
  manager: EntityManager,
  open: OpenPhase,
  nomination: NominationRow,
  award: string,
): Promise<PlaceRow> {
  const { phaseId, criteriaSet } = nomination;
  const line = await manager.findOneBy(QuotaLineRow, { phaseId, award, criteriaSet });
  const taken = ({ capacity: max }: { capacity: number }) =>
    new DomainError('places-taken', {
      award: awardName(open.campaign, award),
      criteriaSet: setTitle(open.campaign, criteriaSet),
      max,
    });
  if (!line) throw taken({ capacity: 0 });
  await requireRoomForUnit(manager, open, nomination, line);
  const place = await takeFrom(manager, line, nomination.id);
  if (!place) throw taken(line);
  return place;
}

/** Gives a place back: the next may take it. */
export async function freePlace(manager: EntityManager, id: string): Promise<void> {
  await manager.update(PlaceRow, { id }, { nominationId: null });
}

/** Two takers never get the same place: whoever comes second finds it taken and looks for the next; null where none is left. */
async function takeFrom(
  manager: EntityManager,
  line: QuotaLineRow,
  nominationId: string,
): Promise<PlaceRow | null> {
  const free = { quotaLineId: line.id, nominationId: IsNull() };
  const place = await manager.findOne(PlaceRow, { where: free, order: { ordinal: 'ASC' } });
  if (!place) return null;
  const { affected } = await manager.update(
    PlaceRow,
    { id: place.id, nominationId: IsNull() },
    { nominationId },
  );
  return affected === 1 ? { ...place, nominationId } : takeFrom(manager, line, nominationId);
}

/** `perUnitMax` (spec §5), counted inside the unit of work: decisions take turns. */
async function requireRoomForUnit(
  manager: EntityManager,
  { campaign }: OpenPhase,
  { unitId }: NominationRow,
  { id, award, criteriaSet }: QuotaLineRow,
): Promise<void> {
  const max = quotaLineOf(campaign, { award, criteriaSet })?.perUnitMax;
  if (max === undefined) return;
  const [counted] = await manager.sql<{ taken: number | string }[]>`
    SELECT COUNT(*) AS "taken" FROM "place" p JOIN "nomination" n ON n."id" = p."nominationId"
    WHERE p."quotaLineId" = ${id} AND n."unitId" = ${unitId}`;
  if (Number(counted?.taken ?? 0) < max) return;
  const { name: unit } = await manager.findOneByOrFail(UnitRow, { id: unitId });
  throw new DomainError('unit-places-taken', { unit, max, award: awardName(campaign, award) });
}
