import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { EvidenceRow } from './evidence.entity';
import { NominationRow } from './nomination.entity';

/** The file of one piece of evidence. Its bytes lie in a folder under their hash, once for all rows that name it. */
@Entity('evidence_file')
@Unique('uq_evidence_file_evidence', ['evidenceId'])
@Index('ix_evidence_file_nomination', ['nominationId'])
@Index('ix_evidence_file_sha256', ['sha256'])
export class EvidenceFileRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @RefColumn()
  @ForeignKey(() => EvidenceRow)
  evidenceId!: string;

  @VarcharColumn(64)
  sha256!: string;

  @IntegerColumn()
  bytes!: number;

  /** By its content. */
  @VarcharColumn(4)
  type!: 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx';

  /** As it is shown and given back: never a path. */
  @VarcharColumn(400)
  name!: string;

  /** `not-scanned` where no virus scanner is set up. */
  @VarcharColumn(11)
  scan!: 'clean' | 'not-scanned';

  @RefColumn()
  uploadedById!: string;

  @VarcharColumn(200)
  uploadedBy!: string;

  @InstantColumn()
  uploadedAt!: string;
}
