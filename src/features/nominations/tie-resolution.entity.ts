import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { PhaseRow } from '../campaigns/phase.entity';

/** How people decided where the declared keys leave a tie (law 5). */
@Entity('tie_resolution')
@Unique('uq_tie_resolution_ordinal', ['phaseId', 'ordinal'])
export class TieResolutionRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @IntegerColumn()
  ordinal!: number;

  @VarcharColumn(100)
  criteriaSet!: string;

  @VarcharColumn(100)
  award!: string;

  /** Nomination codes; null when the places are left vacant. */
  @JsonColumn({ nullable: true })
  order!: string[] | null;

  @BooleanColumn()
  leaveVacant!: boolean;

  @TextColumn()
  reason!: string;

  @TextColumn()
  by!: string;

  @DayColumn()
  date!: string;
}
