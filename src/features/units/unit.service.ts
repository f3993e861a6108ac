import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { freeInitials } from '../../platform/text/initials';
import { searchKey } from '../../platform/text/search-key';
import { sortKey } from '../../platform/text/sort-key';
import { acceptedUnitName } from './unit-name';
import { UnitRow } from './unit.entity';
import { takenPrefixes, unitIds } from './unit.queries';

@Injectable()
export class UnitService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws `unit-name-missing`, `unit-name-long` or `unit-exists`. */
  add(actor: Actor, typed: string): Promise<UnitRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const name = acceptedUnitName(typed);
      if (await tx.manager.existsBy(UnitRow, { name })) throw new DomainError('unit-exists', { unit: name });
      return this.insert(tx, name, freeInitials(name, await takenPrefixes(tx.manager)));
    });
  }

  /**
   * The id of every unit that a document names; a name met for the first time becomes a unit, in the same transaction, with
   * letters by which none of `codes` begins.
   */
  async known(
    tx: Transaction,
    names: readonly string[],
    codes: readonly string[] = [],
  ): Promise<Map<string, string>> {
    const distinct = [...new Set(names)];
    const ids = await unitIds(tx.manager, distinct);
    const unknown = distinct.filter((name) => !ids.has(name));
    const taken = unknown.length > 0 ? await takenPrefixes(tx.manager, codes) : new Set<string>();
    for (const name of unknown) {
      const unit = await this.insert(tx, acceptedUnitName(name), freeInitials(name, taken));
      taken.add(unit.prefix);
      ids.set(name, unit.id);
    }
    return ids;
  }

  private async insert({ manager, audit }: Transaction, name: string, prefix: string): Promise<UnitRow> {
    const keys = { searchKey: searchKey(name), sortKey: sortKey(name) };
    const unit: UnitRow = { id: newId(), name, prefix, ...keys, createdAt: this.clock.now() };
    await manager.insert(UnitRow, unit);
    await audit.record({
      action: 'unit.add',
      subject: { type: 'unit', id: unit.id },
      after: { name, prefix },
    });
    return unit;
  }
}
