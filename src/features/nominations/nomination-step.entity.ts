import { Entity, ForeignKey, Unique } from 'typeorm';
import type { NominationState, Step } from '../../domain/nomination-state';
import {
  BooleanColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NominationRow } from './nomination.entity';

/** One step of a nomination on its way: who took it, when, and why. Never changed. */
@Entity('nomination_step')
@Unique('uq_nomination_step_ordinal', ['nominationId', 'ordinal'])
export class NominationStepRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @IntegerColumn()
  ordinal!: number;

  /** `enter` is how it came to be. */
  @VarcharColumn(16)
  step!: Step | 'enter';

  @VarcharColumn(16, { nullable: true })
  fromState!: NominationState | null;

  @VarcharColumn(16)
  toState!: NominationState;

  @TextColumn({ nullable: true })
  reason!: string | null;

  /** Taken after its deadline, by an override of the office. */
  @BooleanColumn()
  late!: boolean;

  @RefColumn()
  byId!: string;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
