import { type EntityManager, In } from 'typeorm';
import { type Actor, grantsOf } from '../../../domain/access';
import type { NominationState } from '../../../domain/nomination-state';
import { Kept } from '../../../platform/kept';
import { Statement } from '../../../platform/database/statement';
import type { PhaseMoment } from '../../campaigns/phase.queries';
import { inScope } from '../../nominations/nomination.scope';
import { UnitRow } from '../../units/unit.entity';
import { hasSent } from './board.columns';

/** A unit that takes part in a phase, with what it has sent. */
export interface UnitStanding {
  id: string;
  name: string;
  /** Number of nominations by state; a state without one has no key. */
  counts: Partial<Record<NominationState, number>>;
}

/**
 * Every unit that has an account or a nomination here, in Vietnamese order, with how far its nominations have come: two
 * queries at most, however many. Only what the actor may see is counted: a draft is its unit's own paper.
 */
export async function unitStandings(
  reader: EntityManager,
  actor: Actor,
  phase: PhaseMoment,
): Promise<UnitStanding[]> {
  const counts = await countsByUnit(reader, actor, phase);
  const units = await reader.sql<{ id: string; name: string; known: number | boolean }[]>`
    SELECT u."id", u."name",
      EXISTS (SELECT 1 FROM "person" p WHERE p."unitId" = u."id" AND p."disabledAt" IS NULL) AS "known"
    FROM "unit" u ORDER BY u."sortKey", u."id"`;
  return units
    .filter(({ id, known }) => Boolean(known) || counts.has(id))
    .map(({ id, name }) => ({ id, name, counts: counts.get(id) ?? {} }));
}

/** More than these would make a choice longer than the list that it narrows. */
const MOST_CHOICES = 200;

/**
 * The units that have sent something here, in Vietnamese order, for people to choose from; of too many only the chosen
 * one: two queries at most.
 */
export async function unitChoices(
  reader: EntityManager,
  actor: Actor,
  phase: PhaseMoment,
  chosen: string | undefined,
): Promise<{ id: string; name: string }[]> {
  const counts = await countsByUnit(reader, actor, phase);
  const sending = [...counts].filter(([, of]) => hasSent({ counts: of })).map(([id]) => id);
  const offered = sending.length <= MOST_CHOICES ? sending : sending.filter((id) => id === chosen);
  if (offered.length === 0) return [];
  return reader.find(UnitRow, {
    select: { id: true, name: true },
    where: { id: In(offered) },
    order: { sortKey: 'ASC', id: 'ASC' },
  });
}

type Counts = ReadonlyMap<string, UnitStanding['counts']>;

/** To count ten thousand rows for every glance at the board takes too long: a count is kept until one of them moves. */
const kept = new Kept<Counts>();

function countsByUnit(
  reader: EntityManager,
  actor: Actor,
  { id, inputVersion, draftVersion }: PhaseMoment,
): Promise<Counts> {
  const key = [id, inputVersion, draftVersion, grantsOf(actor, 'nomination.read'), actor.unitId];
  return kept.of(key, () => counted(reader, actor, id));
}

async function counted(reader: EntityManager, actor: Actor, phaseId: string): Promise<Counts> {
  const rows = await new Statement(
    'SELECT n."unitId", n."state", COUNT(*) AS "number" FROM "nomination" n WHERE ',
  )
    .add('n."phaseId" = ', phaseId)
    .also(new Statement(' AND '))
    .also(inScope(actor, 'nomination.read'))
    .also(new Statement(' GROUP BY n."unitId", n."state"'))
    .run<{ unitId: string; state: NominationState; number: number | string }>(reader);
  const byUnit = new Map<string, UnitStanding['counts']>();
  for (const { unitId, state, number } of rows)
    byUnit.set(unitId, { ...byUnit.get(unitId), [state]: Number(number) });
  return byUnit;
}
