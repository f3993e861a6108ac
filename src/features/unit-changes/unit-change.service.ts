import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { requiredReason } from '../../domain/reason';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { searchKey } from '../../platform/text/search-key';
import { sortKey } from '../../platform/text/sort-key';
import { PersonRow } from '../accounts/person.entity';
import { takePhaseById } from '../campaigns/phase.desk';
import { NominationRow } from '../nominations/nomination.entity';
import { FormerUnitRow } from '../units/former-unit.entity';
import { acceptedUnitName } from '../units/unit-name';
import { UnitRow } from '../units/unit.entity';
import { unitById } from '../units/unit.queries';

/** A unit is given another name, or two units become one. What was printed and frozen before keeps the old name. */
@Injectable()
export class UnitChangeService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The id and the letters of its codes stay. Throws `unit-not-found`, `unit-name-missing`, `unit-name-long` or `unit-exists`. */
  rename(actor: Actor, id: string, typed: string): Promise<UnitRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await unitById(tx.manager, id);
      const name = acceptedUnitName(typed);
      if (name === before.name) return before;
      if (await tx.manager.existsBy(UnitRow, { name })) throw new DomainError('unit-exists', { unit: name });
      const changed = { name, searchKey: searchKey(name), sortKey: sortKey(name) };
      await tx.manager.update(UnitRow, { id }, changed);
      await carry(tx, id, { ...before, ...changed });
      const subject = { type: 'unit', id };
      await tx.audit.record({
        action: 'unit.rename',
        subject,
        before: { name: before.name },
        after: { name },
      });
      return { ...before, ...changed };
    });
  }

  /**
   * Moves people and nominations of a unit to another, and takes it away; codes stay as they are, and so do the papers that
   * were sent to it: number and signed file are found under its former name. What was allowed to one nomination goes with it;
   * what was allowed to the unit as a whole ends with it, lest it let the whole other unit be late. Throws
   * `unit-not-found`, `unit-merge-target-missing`, `unit-merge-same`, `reason-missing` or `reason-too-long`.
   */
  merge(actor: Actor, id: string, { into, reason }: { into: string; reason: string }): Promise<UnitRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const from = await unitById(manager, id);
      const target = await this.mergeTarget(tx, id, { into, reason });
      const moved = await belongings(manager, id);
      await carry(tx, id, target);
      await manager.update(PersonRow, { unitId: id }, { unitId: into });
      await manager.update(FormerUnitRow, { unitId: id }, { unitId: into });
      await manager.insert(FormerUnitRow, { id, name: from.name, unitId: into });
      await manager.delete(UnitRow, { id });
      await audit.record({
        action: 'unit.merge',
        subject: { type: 'unit', id: into },
        before: { merged: id, name: from.name, prefix: from.prefix, ...moved },
        after: { name: target.name, reason: reason.trim() },
      });
      return target;
    });
  }

  /** The unit that another may be merged into. Throws as `merge`. */
  async mergeTarget(
    { manager }: Pick<Transaction, 'manager'>,
    id: string,
    { into, reason }: { into: string; reason: string },
  ): Promise<UnitRow> {
    if (into === '') throw new DomainError('unit-merge-target-missing');
    if (into === id) throw new DomainError('unit-merge-same');
    const target = await unitById(manager, into);
    requiredReason(reason);
    return target;
  }
}

/** Who and what belonged to a unit: after a merge only the audit knows. */
async function belongings(manager: EntityManager, unitId: string) {
  const where = { where: { unitId } };
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
  return {
    people: idsOf(await manager.find(PersonRow, where)),
    nominations: idsOf(await manager.find(NominationRow, where)),
  };
}

/** The nominations of a unit under the unit as it is now: their keys, and the phases whose proposals name it. */
async function carry({ manager }: Transaction, unitId: string, unit: UnitRow): Promise<void> {
  const select = { id: true, code: true, name: true, phaseId: true } as const;
  const rows = await manager.find(NominationRow, { where: { unitId }, select });
  for (const { id, code, name } of rows)
    await manager.update(
      NominationRow,
      { id },
      { unitId: unit.id, unitSortKey: unit.sortKey, searchKey: searchKey(code, name, unit.name) },
    );
  for (const phaseId of new Set(rows.map((row) => row.phaseId))) await takePhaseById(manager, phaseId);
}
