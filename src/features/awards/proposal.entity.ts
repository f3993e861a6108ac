import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { PhaseRow } from '../campaigns/phase.entity';

/** One run of the engine with its frozen inputs. Never changed: `replay` gives the same bytes (law 3). */
@Entity('proposal')
@Unique('uq_proposal_number', ['phaseId', 'number'])
export class ProposalRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  /** 1, 2, 3 … within the phase. */
  @IntegerColumn()
  number!: number;

  /** Such as `thidua/0.1.0`. */
  @VarcharColumn(40)
  engine!: string;

  /** Canonical JSON of the typed `Campaign`, with the amended quotas. */
  @TextColumn({ select: false })
  campaignInput!: string;

  /** Canonical JSON of the typed `Round`. */
  @TextColumn({ select: false })
  roundInput!: string;

  @VarcharColumn(64)
  campaignSha256!: string;

  @VarcharColumn(64)
  roundSha256!: string;

  /** The bytes of result.json. */
  @TextColumn({ select: false })
  result!: string;

  /** Of `result`, the outcomes alone: JSON by nomination, then award. A decision needs no more. */
  @TextColumn({ select: false })
  outcomes!: string;

  /** The phase's `inputVersion` at the run: once it has moved on, the proposal is stale. */
  @IntegerColumn()
  inputVersion!: number;

  @VarcharColumn(200)
  createdBy!: string;

  @InstantColumn()
  createdAt!: string;
}
