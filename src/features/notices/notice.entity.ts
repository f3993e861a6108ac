import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { PersonRow } from '../accounts/person.entity';

/** Something that one person should know, and where to look at it. */
@Entity('notice')
@Index('ix_notice_person', ['personId', 'createdAt', 'id'])
@Index('ix_notice_unread', ['personId', 'readAt'])
export class NoticeRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PersonRow)
  personId!: string;

  /** Names the sentence `notice.<code>`. */
  @VarcharColumn(60)
  code!: string;

  /** What fills the sentence, as it was then. */
  @JsonColumn()
  params!: Record<string, string | number>;

  /** A page of this application. */
  @VarcharColumn(300)
  href!: string;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn({ nullable: true })
  readAt!: string | null;
}
