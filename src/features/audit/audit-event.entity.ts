import { Entity, Index, Unique } from 'typeorm';
import {
  InstantColumn,
  OrdinalColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

/** One link of the audit chain; triggers refuse every change to it. */
@Entity('audit_event')
@Unique('uq_audit_event_hash', ['hash'])
@Index('ix_audit_event_subject', ['subjectType', 'subjectId'])
export class AuditEventEntity {
  /** 1, 2, 3 … without a gap. */
  @OrdinalColumn()
  ordinal!: number;

  @InstantColumn()
  at!: string;

  @VarcharColumn(36)
  actorId!: string;

  @VarcharColumn(16)
  actorKind!: string;

  @VarcharColumn(200)
  actorName!: string;

  @VarcharColumn(64)
  action!: string;

  @VarcharColumn(64)
  subjectType!: string;

  @VarcharColumn(200)
  subjectId!: string;

  /** Canonical JSON; null when there was nothing before. */
  @TextColumn({ nullable: true })
  before!: string | null;

  @TextColumn({ nullable: true })
  after!: string | null;

  /** The hash of the event before; 64 zeros for the first. */
  @VarcharColumn(64)
  previous!: string;

  @VarcharColumn(64)
  hash!: string;
}
