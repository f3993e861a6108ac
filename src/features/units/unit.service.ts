import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { searchKey } from '../../platform/text/search-key';
import { sortKey } from '../../platform/text/sort-key';
import { UnitRow } from './unit.entity';
import { unitIds } from './unit.queries';

@Injectable()
export class UnitService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws `unit-exists`. */
  add(actor: Actor, name: string): Promise<UnitRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (await tx.manager.existsBy(UnitRow, { name })) throw new DomainError('unit-exists', { unit: name });
      return this.insert(tx, name);
    });
  }

  /** The id of every unit that a document names; a name met for the first time becomes a unit, in the same transaction. */
  async known(tx: Transaction, names: readonly string[]): Promise<Map<string, string>> {
    const distinct = [...new Set(names)];
    const ids = await unitIds(tx.manager, distinct);
    for (const name of distinct) if (!ids.has(name)) ids.set(name, (await this.insert(tx, name)).id);
    return ids;
  }

  private async insert({ manager, audit }: Transaction, name: string): Promise<UnitRow> {
    const keys = { searchKey: searchKey(name), sortKey: sortKey(name) };
    const unit: UnitRow = { id: newId(), name, ...keys, createdAt: this.clock.now() };
    await manager.insert(UnitRow, unit);
    await audit.record({ action: 'unit.add', subject: { type: 'unit', id: unit.id }, after: { name } });
    return unit;
  }
}
