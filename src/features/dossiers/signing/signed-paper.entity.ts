import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  VarcharColumn,
} from '../../../platform/database/entity-columns';
import type { PdfSignature } from '../../../platform/signing/verify-pdf';
import { PhaseRow } from '../../campaigns/phase.entity';
import type { DocumentKind } from '../papers/paper';

/**
 * A paper as it came back signed. The one with the highest ordinal counts; those before it stay. The bytes lie in a folder
 * under their hash and are never written again.
 */
@Entity('signed_paper')
@Unique('uq_signed_paper', ['phaseId', 'kind', 'subject', 'ordinal'])
@Index('ix_signed_paper_sha256', ['sha256'])
export class SignedPaperRow {
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

  /** 1 for the first, one more for each that takes its place. */
  @IntegerColumn()
  ordinal!: number;

  @VarcharColumn(64)
  sha256!: string;

  @IntegerColumn()
  bytes!: number;

  /** As it is shown and given back: never a path. */
  @VarcharColumn(400)
  name!: string;

  /** `scan`: of a paper signed by hand; it has no digital signature. */
  @VarcharColumn(7)
  form!: 'digital' | 'scan';

  /** What was found when it came in. */
  @JsonColumn()
  signatures!: PdfSignature[];

  /** Digest of what the paper said then (`contentOf`); null of one that is older than this is kept, or could not be told. */
  @VarcharColumn(64, { nullable: true })
  content!: string | null;

  /** `not-scanned` where no virus scanner is set up. */
  @VarcharColumn(11)
  scan!: 'clean' | 'not-scanned';

  /** Why it takes the place of the one before it; null for the first. */
  @VarcharColumn(500, { nullable: true })
  reason!: string | null;

  @RefColumn()
  uploadedById!: string;

  @VarcharColumn(200)
  uploadedBy!: string;

  @InstantColumn()
  uploadedAt!: string;
}
