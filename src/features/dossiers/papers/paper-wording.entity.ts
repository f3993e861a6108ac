import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  VarcharColumn,
} from '../../../platform/database/entity-columns';
import { CampaignRow } from '../../campaigns/campaign.entity';

/** What an office words otherwise than a form does, for all papers of a campaign that follow this form. */
@Entity('paper_wording')
@Unique('uq_paper_wording', ['campaignId', 'template'])
export class PaperWordingRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => CampaignRow)
  campaignId!: string;

  /** Code of the form. */
  @VarcharColumn(60)
  template!: string;

  /** Only those that differ from the form. */
  @JsonColumn()
  headings!: Record<string, string>;

  /** Null: those that follow from the law and the plan. */
  @JsonColumn({ nullable: true })
  grounds!: string[] | null;

  @IntegerColumn()
  version!: number;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
