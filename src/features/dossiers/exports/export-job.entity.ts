import { Entity, ForeignKey, Index } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  VarcharColumn,
} from '../../../platform/database/entity-columns';
import { PhaseRow } from '../../campaigns/phase.entity';
import type { BundleFinding } from '../bundle/bundle-finding';
import type { ExportKind } from './export-kind';

export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A reason: the code of a sentence `error.<code>`, and what fills it. */
export interface Reason {
  code: string;
  params: Record<string, string | number>;
}

/** One export that was asked for: whichever process works on it, this row is the truth about it. */
@Entity('export_job')
@Index('ix_export_job_next', ['state', 'createdAt', 'id'])
@Index('ix_export_job_phase', ['phaseId', 'createdAt', 'id'])
export class ExportJobRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @VarcharColumn(20)
  kind!: ExportKind;

  /** What of the phase: the code of the nomination, or the folders that were chosen; empty is all of it. */
  @JsonColumn()
  choice!: string[];

  /** Whether a Word file lies beside each document in the ZIP. */
  @BooleanColumn()
  word!: boolean;

  /** The phase's `inputVersion` of the data that the export shows; before it runs, of the moment when it was asked for. */
  @IntegerColumn()
  inputVersion!: number;

  @VarcharColumn(20)
  state!: ExportState;

  @IntegerColumn()
  done!: number;

  /** Unknown before it runs. */
  @IntegerColumn({ nullable: true })
  total!: number | null;

  /** What is missing in it or wanting. */
  @JsonColumn()
  findings!: BundleFinding[];

  /** How often somebody has taken it in hand; the last one's file is the result. */
  @IntegerColumn()
  attempts!: number;

  /** Why it failed, or why its last attempt did. */
  @JsonColumn({ nullable: true })
  error!: Reason | null;

  @VarcharColumn(64, { nullable: true })
  sha256!: string | null;

  /** Size of the file: bytes would outgrow the column. */
  @IntegerColumn({ nullable: true })
  kilobytes!: number | null;

  /** Name of whoever asked for it. */
  @VarcharColumn(200)
  createdBy!: string;

  @InstantColumn()
  createdAt!: string;

  /** While it waits: when it may be taken. */
  @InstantColumn()
  nextAt!: string;

  /** Who has it in hand: fresh for each attempt, so that nobody writes for another. */
  @VarcharColumn(120, { nullable: true })
  worker!: string | null;

  /** Until when the worker's word holds; it says so anew all the time, until it ends or dies. */
  @InstantColumn({ nullable: true })
  leaseUntil!: string | null;

  /** The moment of the data that the export shows. */
  @InstantColumn({ nullable: true })
  dataAt!: string | null;

  @InstantColumn({ nullable: true })
  endedAt!: string | null;

  /** When the file was removed, because of its age or for want of room. */
  @InstantColumn({ nullable: true })
  removedAt!: string | null;
}
