import { Entity, ForeignKey, Index } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NominationRow } from '../nominations/nomination.entity';

/** What the office writes beside what the unit wrote: its own text is never touched. */
@Entity('office_note')
@Index('ix_office_note_nomination', ['nominationId'])
export class OfficeNoteRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  /** Code of the criterion that it is about; null is the nomination as a whole. */
  @VarcharColumn(100, { nullable: true })
  about!: string | null;

  @TextColumn()
  text!: string;

  /** Whether the unit reads it too. */
  @BooleanColumn()
  forUnit!: boolean;

  @RefColumn()
  byId!: string;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
