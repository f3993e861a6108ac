import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { NominationRow } from './nomination.entity';

/** What shows that a criterion was met. */
@Entity('evidence')
@Unique('uq_evidence_ordinal', ['nominationId', 'ordinal'])
export class EvidenceRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  /** Keeps the order in which the pieces were given. */
  @IntegerColumn()
  ordinal!: number;

  @VarcharColumn(100)
  criterion!: string;

  @TextColumn()
  title!: string;

  @TextColumn({ nullable: true })
  document!: string | null;

  @TextColumn({ nullable: true })
  file!: string | null;
}
