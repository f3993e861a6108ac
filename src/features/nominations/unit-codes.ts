import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import { isMapping } from '../../domain/definition/fields';
import { DomainError } from '../../domain/domain-error';
import { prefixOf, unitCode } from '../../domain/nomination-code';
import { UnitRow } from '../units/unit.entity';
import { unitsByPrefix } from '../units/unit.queries';

/** The letters of the actor's own unit; null for the office, which gives codes as it likes, and for whoever has no unit. */
export async function ownPrefix(manager: EntityManager, actor: Actor): Promise<string | null> {
  if (may(actor, 'nomination.import') || actor.unitId === null) return null;
  return (await manager.findOneBy(UnitRow, { id: actor.unitId }))?.prefix ?? null;
}

/** A nomination in document form with the code that its unit gives; what states no code stays for the reader to refuse. */
export function withUnitCode(prefix: string | null, plain: unknown): unknown {
  if (prefix === null || !isMapping(plain) || typeof plain.code !== 'string') return plain;
  const typed = plain.code.normalize('NFC').trim();
  return typed === '' ? plain : { ...plain, code: unitCode(prefix, typed) };
}

/** Nobody but a unit gives codes of its letters: whether one is taken is the unit's own affair. Throws `code-of-unit`. */
export async function requireNoUnitCodes(manager: EntityManager, codes: readonly string[]): Promise<void> {
  const units = await unitsByPrefix(
    manager,
    codes.flatMap((code) => prefixOf(code) ?? []),
  );
  for (const code of codes) {
    const unit = units.get(prefixOf(code) ?? '');
    if (unit) throw new DomainError('code-of-unit', { code, unit: unit.name, prefix: unit.prefix });
  }
}
