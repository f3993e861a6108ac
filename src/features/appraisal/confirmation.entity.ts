import { Entity, ForeignKey, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NominationRow } from '../nominations/nomination.entity';

/** `asked` the answer is waited for · `clear` nothing against the nominee · `concern` something that people must look at. */
export const CONFIRMATION_RESULTS = ['asked', 'clear', 'concern'] as const;
export type ConfirmationResult = (typeof CONFIRMATION_RESULTS)[number];

/** What another agency says of a nominee when the office asks: police, tax, social insurance, inspectorate… */
@Entity('confirmation')
@Index('ix_confirmation_nomination', ['nominationId'])
export class ConfirmationRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @VarcharColumn(300)
  agency!: string;

  @VarcharColumn(10)
  result!: ConfirmationResult;

  /** The day of the answer. */
  @DayColumn({ nullable: true })
  date!: string | null;

  /** Number of the document that says so. */
  @TextColumn({ nullable: true })
  document!: string | null;

  @TextColumn({ nullable: true })
  remark!: string | null;

  @RefColumn()
  byId!: string;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
