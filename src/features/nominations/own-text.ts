import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { isMapping } from '../../domain/definition/fields';
import { DomainError } from '../../domain/domain-error';
import type { Nomination } from '../../domain/nomination';
import { UnitRow } from '../units/unit.entity';

type Plain = Record<string, unknown>;

/** Name of the unit that the actor writes for; null for whoever belongs to none. */
export async function ownUnitName(manager: EntityManager, { unitId }: Actor): Promise<string | null> {
  if (unitId === null) return null;
  return (await manager.findOneBy(UnitRow, { id: unitId }))?.name ?? null;
}

/**
 * A unit writes for itself, and only what is a unit's to say: no appraisal, no council sheet, no votes, no matter. Throws
 * `another-unit` or `unit-may-not-write`.
 */
export async function requireOwnText(
  manager: EntityManager,
  actor: Actor,
  nominations: readonly Nomination[],
): Promise<void> {
  await requireOwnUnit(manager, actor, nominations);
  if (actor.kind === 'system') return;
  const foreign = nominations.find((nomination) => partsOfOthers(nomination).length > 0);
  if (foreign) throw new DomainError('unit-may-not-write', { code: foreign.code });
}

/** Throws `another-unit`. */
export async function requireOwnUnit(
  manager: EntityManager,
  actor: Actor,
  nominations: readonly Pick<Nomination, 'code' | 'unit'>[],
): Promise<void> {
  if (actor.kind === 'system') return;
  const own = await ownUnitName(manager, actor);
  const foreign = nominations.find(({ unit }) => unit !== own);
  if (foreign) throw new DomainError('another-unit', { code: foreign.code, unit: own ?? '' });
}

/** Where a nomination says what is not its unit's to say. */
export function partsOfOthers({ scores, matters, ballots }: Nomination): string[][] {
  return [
    ...(scores.appraisal ? [['scores', 'appraisal']] : []),
    ...(scores.council ? [['scores', 'council']] : []),
    ...(matters.length > 0 ? [['matters']] : []),
    ...(Object.keys(ballots).length > 0 ? [['ballots']] : []),
  ];
}

/**
 * What a unit sends of its own nomination, in document form: appraisal, council sheets, votes and matters that are there stay
 * as they are, unseen. Throws `unit-may-not-write` where it states such parts itself.
 */
export function ownEdit(plain: Plain, before: Plain & { code?: unknown }): Plain {
  const { matters, ballots, ...own } = plain;
  const { self, ...layers } = isMapping(plain['scores']) ? plain['scores'] : {};
  if ([matters, ballots, ...Object.values(layers)].some(isStated))
    throw new DomainError('unit-may-not-write', { code: String(before.code) });
  if (!('scores' in plain)) return own;
  const { self: _, ...others } = isMapping(before['scores']) ? before['scores'] : {};
  return { ...own, scores: { ...others, ...(self !== undefined && { self }) } };
}

/** Empty lists and mappings come back from whoever was shown none. */
function isStated(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null;
  return Object.keys(value).length > 0;
}
