import { Entity, Index, Unique } from 'typeorm';
import { IdColumn, InstantColumn, VarcharColumn } from '../../platform/database/entity-columns';

/** An agency or enterprise that nominates; known by its name as the unit writes it. */
@Entity('unit')
@Unique('uq_unit_name', ['name'])
@Index('ix_unit_sort', ['sortKey', 'id'])
export class UnitRow {
  @IdColumn()
  id!: string;

  @VarcharColumn(300)
  name!: string;

  @VarcharColumn(600)
  searchKey!: string;

  @VarcharColumn(400)
  sortKey!: string;

  @InstantColumn()
  createdAt!: string;
}
