import { Entity, Index, Unique } from 'typeorm';
import { IdColumn, InstantColumn, VarcharColumn } from '../../platform/database/entity-columns';

/** An agency or enterprise that nominates; known by its name as the unit writes it. */
@Entity('unit')
@Unique('uq_unit_name', ['name'])
@Unique('uq_unit_prefix', ['prefix'])
@Index('ix_unit_sort', ['sortKey', 'id'])
export class UnitRow {
  @IdColumn()
  id!: string;

  @VarcharColumn(300)
  name!: string;

  /** Letters by which the codes of its nominations begin, `PQLKH`: no other unit has them. */
  @VarcharColumn(20)
  prefix!: string;

  @VarcharColumn(600)
  searchKey!: string;

  @VarcharColumn(400)
  sortKey!: string;

  @InstantColumn()
  createdAt!: string;
}
