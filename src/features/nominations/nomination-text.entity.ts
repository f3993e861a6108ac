import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { OrdinalColumn, RefColumn, TextColumn } from '../../platform/database/entity-columns';
import { NominationRow } from './nomination.entity';

/** What a nomination says at length, as it is searched: beside it, so that a list does not carry it along. */
@Entity('nomination_text')
@Unique('uq_nomination_text', ['nominationId'])
@Index('nomination_text_words', { synchronize: false })
export class NominationTextRow {
  /** Given by the program; the index of words knows the row by it. */
  @OrdinalColumn()
  number!: number;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @TextColumn()
  key!: string;
}
