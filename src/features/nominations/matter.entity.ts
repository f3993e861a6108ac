import { Entity, ForeignKey, Unique } from 'typeorm';
import type { Matter } from '../../domain/nomination';
import {
  DayColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NominationRow } from './nomination.entity';

/** A discipline, investigation, complaint or press allegation about a nominee (NĐ 152/2025 Điều 4.4). */
@Entity('matter')
@Unique('uq_matter_ordinal', ['nominationId', 'ordinal'])
export class MatterRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @IntegerColumn()
  ordinal!: number;

  @VarcharColumn(16)
  kind!: Matter['kind'];

  @VarcharColumn(10)
  status!: Matter['status'];

  @DayColumn({ nullable: true })
  from!: string | null;

  @DayColumn({ nullable: true })
  to!: string | null;

  @TextColumn({ nullable: true })
  document!: string | null;
}
