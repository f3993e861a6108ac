import { Entity, ForeignKey, Unique } from 'typeorm';
import type { SessionState } from '../../domain/council';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { PhaseRow } from '../campaigns/phase.entity';

/** One session of the council of one phase. */
@Entity('council_session')
@Unique('uq_council_session_number', ['phaseId', 'number'])
export class SessionRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  /** 1, 2, 3 … within the phase. */
  @IntegerColumn()
  number!: number;

  @TextColumn()
  title!: string;

  @TextColumn()
  place!: string;

  @InstantColumn()
  startsAt!: string;

  @VarcharColumn(7)
  state!: SessionState;

  @InstantColumn({ nullable: true })
  openedAt!: string | null;

  @InstantColumn({ nullable: true })
  closedAt!: string | null;

  /** For ETag: counts the changes of the session, its seats and its agenda; no vote counts here. */
  @IntegerColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
