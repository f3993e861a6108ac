import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NoticeRow } from './notice.entity';

/** One e-mail to be sent: written with the change that it is about, sent afterwards. */
@Entity('mail')
@Index('ix_mail_next', ['nextAt', 'id'])
export class MailRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NoticeRow)
  noticeId!: string;

  @VarcharColumn(300)
  to!: string;

  @TextColumn()
  subject!: string;

  @TextColumn()
  text!: string;

  @IntegerColumn()
  attempts!: number;

  @InstantColumn()
  createdAt!: string;

  /** When it may be tried; null when it is no longer to be tried. */
  @InstantColumn({ nullable: true })
  nextAt!: string | null;

  /** Since when a process has it in hand. */
  @InstantColumn({ nullable: true })
  claimedAt!: string | null;

  @InstantColumn({ nullable: true })
  sentAt!: string | null;

  @InstantColumn({ nullable: true })
  failedAt!: string | null;

  /** Why the last try failed: a code, never an address. */
  @VarcharColumn(200, { nullable: true })
  error!: string | null;
}
