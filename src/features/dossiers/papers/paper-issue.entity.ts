import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  VarcharColumn,
} from '../../../platform/database/entity-columns';
import { PhaseRow } from '../../campaigns/phase.entity';
import type { DocumentKind } from './paper';

/** Number, day and signer of one paper of a phase, as they were filled in; what is not known yet is null. */
@Entity('paper_issue')
@Unique('uq_paper_issue', ['phaseId', 'kind', 'subject'])
export class PaperIssueRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @VarcharColumn(20)
  kind!: DocumentKind;

  /** Names the paper among those of its kind: see `SUBJECT_OF`. */
  @VarcharColumn(100)
  subject!: string;

  @VarcharColumn(60, { nullable: true })
  number!: string | null;

  @DayColumn({ nullable: true })
  day!: string | null;

  /** Null with a `signer`: the authority that the form expects. */
  @VarcharColumn(200, { nullable: true })
  authority!: string | null;

  @VarcharColumn(200, { nullable: true })
  signer!: string | null;

  @IntegerColumn()
  version!: number;

  @VarcharColumn(200)
  by!: string;

  @InstantColumn()
  at!: string;
}
