import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, RefColumn, VarcharColumn } from '../../platform/database/entity-columns';
import { UnitRow } from './unit.entity';

/** A unit that became a part of another: what was kept under its id is still found. */
@Entity('former_unit')
export class FormerUnitRow {
  /** The one that it had as a unit. */
  @IdColumn()
  id!: string;

  @VarcharColumn(300)
  name!: string;

  /** What it is a part of today. */
  @RefColumn()
  @ForeignKey(() => UnitRow)
  unitId!: string;
}
