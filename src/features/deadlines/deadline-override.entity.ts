import { Entity, ForeignKey, Unique } from 'typeorm';
import type { UnitDeadline } from '../../domain/phase-deadline';
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

/** The office lets a unit, or one nomination of it, be late. Never changed: a later one takes its place. */
@Entity('deadline_override')
@Unique('uq_deadline_override_ordinal', ['phaseId', 'ordinal'])
export class DeadlineOverrideRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  /** 1, 2, 3 … within the phase. */
  @IntegerColumn()
  ordinal!: number;

  @VarcharColumn(12)
  kind!: UnitDeadline;

  /** Also of a unit that has become part of another since (`FormerUnitRow`). */
  @RefColumn()
  unitId!: string;

  /** Null where it holds for everything of the unit. */
  @RefColumn({ nullable: true })
  @ForeignKey('NominationRow')
  nominationId!: string | null;

  /** The last day on which it holds; null without an end. */
  @DayColumn({ nullable: true })
  until!: string | null;

  @TextColumn()
  reason!: string;

  @RefColumn()
  byId!: string;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
