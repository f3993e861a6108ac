import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, RefColumn } from '../../platform/database/entity-columns';

import { QuotaLineRow } from './quota-line.entity';

/**
 * One place of a quota line (law 2). The ordinal cannot pass the capacity of its line, a place holds one nomination, a
 * nomination one place: the database itself cannot exceed a quota.
 */
@Entity('place')
@Unique('uq_place_ordinal', ['quotaLineId', 'ordinal'])
@Unique('uq_place_nomination', ['nominationId'])
@Check('ck_place_ordinal', '"ordinal" >= 1 AND "ordinal" <= "capacity"')
@ForeignKey(() => QuotaLineRow, ['quotaLineId', 'capacity'], ['id', 'capacity'], { onUpdate: 'CASCADE' })
export class PlaceRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  quotaLineId!: string;

  /** Follows the capacity of the line by the foreign key. */
  @IntegerColumn()
  capacity!: number;

  @IntegerColumn()
  ordinal!: number;

  /** Null while the place is free. */
  @RefColumn({ nullable: true })
  @ForeignKey('NominationRow')
  nominationId!: string | null;
}
