import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { CampaignRow } from './campaign.entity';

/** What a plan said at one time. Never changed: scores, phases and decisions point at it (triggers refuse it too). */
@Entity('campaign_version')
@Unique('uq_campaign_version_version', ['campaignId', 'version'])
export class CampaignVersionRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => CampaignRow)
  campaignId!: string;

  /** 1, 2, 3 … within the campaign. */
  @IntegerColumn()
  version!: number;

  /** Canonical JSON of the typed `Campaign`. */
  @TextColumn()
  definition!: string;

  /** SHA-256 of `definition`. */
  @VarcharColumn(64)
  sha256!: string;

  /** The text that was sent, YAML or JSON, with its comments. */
  @TextColumn()
  source!: string;

  /** Why the plan was changed; empty on the first version. */
  @TextColumn()
  reason!: string;

  @InstantColumn()
  createdAt!: string;
}
