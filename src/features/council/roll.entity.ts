import { Entity, ForeignKey } from 'typeorm';
import { IdColumn } from '../../platform/database/entity-columns';
import { ItemRow } from './item.entity';
import { SeatRow } from './seat.entity';

/** Who has voted on what question; the key keeps anybody from voting twice. Neither what they said nor when. */
@Entity('council_roll')
export class RollRow {
  @IdColumn()
  @ForeignKey(() => ItemRow)
  itemId!: string;

  @IdColumn()
  @ForeignKey(() => SeatRow)
  seatId!: string;
}
