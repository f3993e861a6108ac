import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { PhaseRow } from './phase.entity';

/** How many places one award has for one pool in one phase. */
@Entity('quota_line')
@Unique('uq_quota_line_pool', ['phaseId', 'award', 'criteriaSet'])
@Unique('uq_quota_line_capacity', ['id', 'capacity'])
export class QuotaLineRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @VarcharColumn(100)
  award!: string;

  @VarcharColumn(100)
  criteriaSet!: string;

  /** True once people have set the capacity by an amendment: then it counts, and no longer what the plan says. */
  @BooleanColumn()
  amended!: boolean;

  /** Highest ordinal that a place of this line may have; 0 while the plan states no maximum. */
  @IntegerColumn()
  capacity!: number;
}
