import { Entity, ForeignKey, Unique } from 'typeorm';
import type { DeadlineKind } from '../../domain/phase-deadline';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { PhaseRow } from '../campaigns/phase.entity';

/** Where a deadline comes from: a document states it, or the office has set it itself. */
export const BASES = ['stated', 'assumed'] as const;
export type Basis = (typeof BASES)[number];

/** A deadline of a phase, as a day or as working days. One that nobody has set has no row. */
@Entity('phase_deadline')
@Unique('uq_phase_deadline_kind', ['phaseId', 'kind'])
export class PhaseDeadlineRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @VarcharColumn(12)
  kind!: DeadlineKind;

  @DayColumn({ nullable: true })
  day!: string | null;

  /** Instead of a day. */
  @IntegerColumn({ nullable: true })
  workingDays!: number | null;

  /** The day of the event that working days follow; null where that is the return of each nomination. */
  @DayColumn({ nullable: true })
  countedFrom!: string | null;

  @VarcharColumn(8)
  basis!: Basis;

  /** The clause that states it, or why the office has set it so. */
  @TextColumn()
  source!: string;

  /** For ETag: counts its edits. */
  @IntegerColumn()
  version!: number;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
