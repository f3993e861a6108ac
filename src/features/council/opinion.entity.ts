import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, JsonColumn, TextColumn } from '../../platform/database/entity-columns';
import { ItemRow } from './item.entity';
import { SeatRow } from './seat.entity';

/** What a member has said in a vote with names; shown after its closing. */
@Entity('council_opinion')
export class OpinionRow {
  @IdColumn()
  @ForeignKey(() => ItemRow)
  itemId!: string;

  @IdColumn()
  @ForeignKey(() => SeatRow)
  seatId!: string;

  @JsonColumn()
  marks!: string[];

  /** Of a written opinion. */
  @TextColumn({ nullable: true })
  document!: string | null;
}
