import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

/** An emulation campaign; what its plan says stands in its versions. */
@Entity('campaign')
@Unique('uq_campaign_code', ['code'])
export class CampaignRow {
  @IdColumn()
  id!: string;

  @VarcharColumn(100)
  code!: string;

  @TextColumn()
  title!: string;

  /** The newest version. */
  @IntegerColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
