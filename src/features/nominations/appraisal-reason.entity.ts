import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NominationRow } from './nomination.entity';

/** Why the office's entry on one criterion differs from the unit's. */
@Entity('appraisal_reason')
@Unique('uq_appraisal_reason', ['nominationId', 'criterion'])
export class AppraisalReasonRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @VarcharColumn(100)
  criterion!: string;

  @TextColumn()
  reason!: string;

  @RefColumn()
  byId!: string;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
