import { Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, RefColumn, VarcharColumn } from '../../platform/database/entity-columns';

import { NominationRow } from './nomination.entity';

/** The council's count of votes on one nomination for one award. */
@Entity('ballot')
@Unique('uq_ballot_award', ['nominationId', 'award'])
export class BallotRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @VarcharColumn(100)
  award!: string;

  @IntegerColumn()
  yes!: number;

  @IntegerColumn()
  no!: number;

  @IntegerColumn()
  abstain!: number;

  /** For ETag: the nomination's version by the last change of this count. */
  @IntegerColumn()
  version!: number;
}
