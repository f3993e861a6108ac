import { Entity, ForeignKey, Unique } from 'typeorm';
import type { Layer } from '../../domain/campaign';
import {
  BooleanColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { CampaignVersionRow } from '../campaigns/campaign-version.entity';
import { NominationRow } from './nomination.entity';

/** The entries of one layer; in the council layer one sheet for each member. */
@Entity('score_sheet')
@Unique('uq_score_sheet_layer', ['nominationId', 'layer', 'member'])
export class ScoreSheetRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @VarcharColumn(10)
  layer!: Layer;

  /** Who scored; empty outside the council layer. */
  @VarcharColumn(200)
  member!: string;

  @BooleanColumn()
  recused!: boolean;

  /** Canonical JSON of the typed `Entries`. */
  @TextColumn()
  entries!: string;

  /** The version of the criteria by which these entries were given (law 3). */
  @RefColumn()
  @ForeignKey(() => CampaignVersionRow)
  versionId!: string;

  /** For ETag: the nomination's version by the last change of this sheet. */
  @IntegerColumn()
  version!: number;
}
