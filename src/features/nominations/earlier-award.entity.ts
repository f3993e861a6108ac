import { Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, RefColumn, TextColumn } from '../../platform/database/entity-columns';

import { NominationRow } from './nomination.entity';

/** An award that the nominee has received before. */
@Entity('earlier_award')
@Unique('uq_earlier_award_ordinal', ['nominationId', 'ordinal'])
export class EarlierAwardRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @IntegerColumn()
  ordinal!: number;

  @TextColumn()
  award!: string;

  @TextColumn()
  campaign!: string;

  @TextColumn()
  phase!: string;

  @TextColumn({ nullable: true })
  decision!: string | null;
}
