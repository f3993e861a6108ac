import { Entity, ForeignKey, Unique } from 'typeorm';
import type { CouncilAttendance } from '../../domain/nomination';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { CampaignVersionRow } from './campaign-version.entity';
import { CampaignRow } from './campaign.entity';

/** An opened phase of a campaign: a phase of the plan that is not opened yet has no row. */
@Entity('phase')
@Unique('uq_phase_code', ['campaignId', 'code'])
export class PhaseRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => CampaignRow)
  campaignId!: string;

  /** The version of the plan by which this phase is judged. */
  @RefColumn()
  @ForeignKey(() => CampaignVersionRow)
  versionId!: string;

  @VarcharColumn(100)
  code!: string;

  /** The day of the decision. */
  @DayColumn()
  date!: string;

  @JsonColumn()
  participants!: Record<string, number>;

  @JsonColumn({ nullable: true })
  council!: CouncilAttendance | null;

  /** For ETag: counts the edits of the settings above. */
  @IntegerColumn()
  version!: number;

  /** Counts every change of what a proposal is made from, of whatever kind: see `takePhase`. */
  @IntegerColumn()
  inputVersion!: number;

  /** Counts every change of what units are still writing or mending: lists show it, proposals are not made from it. */
  @IntegerColumn()
  draftVersion!: number;

  @InstantColumn()
  openedAt!: string;

  /** When leadership ended the deciding: from then on nobody is awarded in passing. */
  @InstantColumn({ nullable: true })
  concludedAt!: string | null;

  /** When the results were made known: before that they are nobody's but the office's and the leadership's. */
  @InstantColumn({ nullable: true })
  publishedAt!: string | null;
}
