import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { QuotaLineRow } from './quota-line.entity';

/** A recorded change of the number of places, with its reason. */
@Entity('quota_amendment')
export class AmendmentRow {
  @IdColumn()
  id!: string;

  @Index('ix_quota_amendment_line')
  @RefColumn()
  @ForeignKey(() => QuotaLineRow)
  quotaLineId!: string;

  @IntegerColumn()
  fromCapacity!: number;

  @IntegerColumn()
  toCapacity!: number;

  @TextColumn()
  reason!: string;

  /** The paper that allows it, such as a decision of the province. */
  @TextColumn({ nullable: true })
  document!: string | null;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
