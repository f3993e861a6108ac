import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Attendance, SeatRole } from '../../domain/council';
import { IdColumn, RefColumn, TextColumn, VarcharColumn } from '../../platform/database/entity-columns';
import { PersonRow } from '../accounts/person.entity';
import { SessionRow } from './session.entity';

/** Somebody who sits in a session, under the name that they had then: score sheets are known by it. */
@Entity('council_seat')
@Unique('uq_council_seat_person', ['sessionId', 'personId'])
@Unique('uq_council_seat_name', ['sessionId', 'nameKey'])
@Index('ix_council_seat_person', ['personId'])
export class SeatRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => SessionRow)
  sessionId!: string;

  @RefColumn()
  @ForeignKey(() => PersonRow)
  personId!: string;

  @VarcharColumn(200)
  name!: string;

  /** Two members of one name could not be told apart on their sheets. */
  @VarcharColumn(200)
  nameKey!: string;

  @VarcharColumn(400)
  sortKey!: string;

  @VarcharColumn(9)
  role!: SeatRole;

  @VarcharColumn(7, { nullable: true })
  attendance!: Attendance | null;

  /** Why somebody is absent. */
  @TextColumn({ nullable: true })
  reason!: string | null;
}
